import { createRandom } from '@/lib/math/random'
import { CombinationSet, type Combinations } from './combination-set'
import type { CompiledConstraints } from './compile-constraints'
import { shufflePartition } from './shuffle-partition'

/** Makes allowed combinations of any: where a pick must change, to a seeded random one. */
export function mendCombinations(
  { picks, weights }: Combinations,
  constraints: CompiledConstraints,
  seed: number,
): Combinations {
  const random = createRandom(seed)
  const width = constraints.possible.length
  const mended = new CombinationSet()
  weights.forEach((weight, row) => {
    const changed = picks.slice(row * width, (row + 1) * width)
    if (!constraints.isAllowedRow(changed)) {
      const orders = constraints.possible.map((assets) =>
        Uint16Array.from(shufflePartition(assets, random).order, (part) => assets[part] ?? 0),
      )
      constraints.repair(changed, orders)
    }
    mended.add(changed, weight)
  })
  return mended.normalise()
}
