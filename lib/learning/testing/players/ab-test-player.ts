import type { Random } from '@/lib/math/random'
import type { Player } from '@/lib/learning/testing/player'

const VARIANTS = 8
const TEST_SHARE = 0.2

/**
 * An A/B test: eight layouts drawn at random share a fifth of all rounds equally; then the one with
 * the best rate is shown for good.
 */
export function createAbTestPlayer(layoutCount: number, random: Random, horizon: number): Player {
  const variants: number[] = []
  while (variants.length < VARIANTS) {
    const layout = Math.floor(random.next() * layoutCount)
    if (!variants.includes(layout)) variants.push(layout)
  }
  const shown = new Float64Array(VARIANTS)
  const successes = new Float64Array(VARIANTS)
  let winner: number | null = null
  function findWinner(): number {
    const rates = variants.map((_, index) => (successes[index] ?? 0) / (shown[index] ?? 1))
    return variants[rates.indexOf(Math.max(...rates))] ?? 0
  }
  return {
    play(_, round) {
      if (round >= horizon * TEST_SHARE) return (winner ??= findWinner())
      const index = round % VARIANTS
      shown[index] = (shown[index] ?? 0) + 1
      return variants[index] ?? 0
    },
    reward(_, layout, shownAt) {
      const index = variants.indexOf(layout)
      if (shownAt < horizon * TEST_SHARE) successes[index] = (successes[index] ?? 0) + 1
    },
  }
}
