import { compileConstraints } from './compile-constraints'
import type { Snapshot } from './snapshot'

/**
 * How many combinations a snapshot's slots and pairs allow without the assets of `leftOut`,
 * exactly. A slot that is left empty leaves none. Null where the pairs are too entangled to count.
 */
export function countCombinations(
  { slots, constraints }: Pick<Snapshot, 'slots' | 'constraints'>,
  leftOut: ReadonlySet<string> = new Set(),
): number | null {
  const candidates = slots.map(({ key, assetIds }) => {
    const left = [...new Set(assetIds)].filter((id) => !leftOut.has(id))
    return { slot: key, assetIds: left, weights: left.map(() => 1) }
  })
  if (candidates.some(({ assetIds }) => assetIds.length === 0)) return 0
  return compileConstraints(constraints, candidates).count()
}
