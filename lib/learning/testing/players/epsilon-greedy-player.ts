import type { Random } from '@/lib/math/random'
import type { Player } from '@/lib/learning/testing/player'

/**
 * The layout with the best rate so far, and one time in ten any (ε = 0.1). Layouts never shown
 * count as the prior's rate, a success in 33, as if seen once each 33 times.
 */
export function createEpsilonGreedyPlayer(
  layoutCount: number,
  random: Random,
  { epsilon = 0.1, prior = { successes: 1, failures: 32 } } = {},
): Player {
  const shown = new Float64Array(layoutCount)
  const successes = new Float64Array(layoutCount)
  const rateOf = (layout: number) =>
    ((successes[layout] ?? 0) + prior.successes) /
    ((shown[layout] ?? 0) + prior.successes + prior.failures)
  let best = 0
  function findBest(): number {
    let found = 0
    let rate = -1
    for (let layout = 0; layout < layoutCount; layout++) {
      const candidate = rateOf(layout)
      if (candidate > rate) [found, rate] = [layout, candidate]
    }
    return found
  }
  return {
    play() {
      const layout = random.next() < epsilon ? Math.floor(random.next() * layoutCount) : best
      shown[layout] = (shown[layout] ?? 0) + 1
      // Only the best one's rate can fall and only a success can lift another's.
      if (layout === best) best = findBest()
      return layout
    },
    reward(_, layout) {
      successes[layout] = (successes[layout] ?? 0) + 1
      best = findBest()
    },
  }
}
