import type { Random } from '@/lib/math/random'
import { drawBeta } from '@/lib/learning/testing/draw-beta'
import type { Player } from '@/lib/learning/testing/player'

interface LayoutThompsonOptions {
  readonly layoutCount: number
  /** How many separate tables: one for each cell, or 1 to be blind to the context. */
  readonly cellCount: number
  /** A set of draws of all layouts serves this many rounds of a cell: thousands of Betas are slow. */
  readonly roundsPerDraw?: number
  readonly prior?: { readonly successes: number; readonly failures: number }
}

/** Full enumeration: Beta Thompson sampling with an arm for each layout. */
export function createLayoutThompsonPlayer(random: Random, options: LayoutThompsonOptions): Player {
  const { layoutCount, cellCount, roundsPerDraw = 1 } = options
  const { prior = { successes: 1, failures: 32 } } = options
  const shown = new Float64Array(layoutCount * cellCount)
  const successes = new Float64Array(layoutCount * cellCount)
  const chosen = new Int32Array(cellCount)
  const left = new Int32Array(cellCount)

  function findBest(table: number): number {
    let best = 0
    let highest = -1
    for (let layout = 0; layout < layoutCount; layout++) {
      const index = table * layoutCount + layout
      const won = successes[index] ?? 0
      const lost = Math.max(0, (shown[index] ?? 0) - won)
      const rate = drawBeta(prior.successes + won, prior.failures + lost, random)
      if (rate > highest) [best, highest] = [layout, rate]
    }
    return best
  }

  return {
    play(cell) {
      const table = cell % cellCount
      if (left[table] === 0) {
        chosen[table] = findBest(table)
        left[table] = roundsPerDraw
      }
      left[table] = (left[table] ?? 1) - 1
      const layout = chosen[table] ?? 0
      const index = table * layoutCount + layout
      shown[index] = (shown[index] ?? 0) + 1
      return layout
    },
    reward(cell, layout) {
      const index = (cell % cellCount) * layoutCount + layout
      successes[index] = (successes[index] ?? 0) + 1
    },
  }
}
