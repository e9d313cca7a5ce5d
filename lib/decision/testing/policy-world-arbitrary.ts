import fc from 'fast-check'
import type { Constraint } from '@/lib/decision/constraint'
import type { SlotCandidates } from '@/lib/decision/policy'

/** Candidates and constraints over them, some of which name what is no candidate. */
export interface PolicyWorld {
  readonly candidates: readonly SlotCandidates[]
  readonly constraints: readonly Constraint[]
}

interface Sizes {
  readonly maxSlots: number
  readonly maxAssets: number
  readonly maxPairs: number
}

export function policyWorldArbitrary({ maxSlots, maxAssets, maxPairs }: Sizes) {
  const size = fc.integer({ min: 1, max: maxAssets })
  const weights = fc.array(fc.oneof(fc.constant(1), fc.double({ min: 1, max: 1e6, noNaN: true })), {
    minLength: maxAssets,
    maxLength: maxAssets,
  })
  // Now and then a slot or an asset that is not there.
  const member = fc
    .tuple(fc.nat(maxSlots), fc.nat(maxAssets))
    .map(([slot, asset]) => ({ slot: `s${slot}`, assetId: `${slot}-${asset}` }))
  return fc.record({
    candidates: fc
      .array(fc.tuple(size, weights), { minLength: 1, maxLength: maxSlots })
      .map((slots) =>
        slots.map(([count, all], slot) => ({
          slot: `s${slot}`,
          assetIds: Array.from({ length: count }, (_, asset) => `${slot}-${asset}`),
          weights: all.slice(0, count),
        })),
      ),
    constraints: fc.array(
      fc.record({
        kind: fc.constantFrom('together' as const, 'never' as const),
        first: member,
        second: member,
      }),
      { maxLength: maxPairs },
    ),
  })
}

/** What a constraint says, word by word. */
export function satisfies(
  { candidates, constraints }: PolicyWorld,
  picks: ArrayLike<number>,
): boolean {
  const holds = ({ slot, assetId }: Constraint['first']) =>
    candidates.some(
      (one, index) => one.slot === slot && one.assetIds[picks[index] ?? -1] === assetId,
    )
  return constraints.every(({ kind, first, second }) =>
    kind === 'never' ? !(holds(first) && holds(second)) : holds(first) === holds(second),
  )
}

/** Every combination of the candidates, the last slot varying fastest. */
export function listProduct(candidates: readonly SlotCandidates[]): number[][] {
  return candidates.reduce<number[][]>(
    (rows, { assetIds }) => rows.flatMap((row) => assetIds.map((_, asset) => [...row, asset])),
    [[]],
  )
}
