import fc from 'fast-check'
import { type Box, boxHolds, createMask, type Domains, type Row } from '@/lib/permutations/box'
import type { Violation } from '@/lib/permutations/prove'
import type { Space } from '@/lib/permutations/space'

export interface ProofWorld {
  readonly space: Space
  readonly violation: Violation
}

const maskOf = (size: number, minLength = 1) =>
  fc
    .uniqueArray(fc.nat(size - 1), { minLength, maxLength: size })
    .map((held) => createMask(size, (asset) => held.includes(asset)))

function boxesOf(sizes: readonly number[], maxBoxes: number): fc.Arbitrary<Box[]> {
  const slots = fc.uniqueArray(fc.nat(sizes.length - 1), { minLength: 1, maxLength: 3 })
  const box = slots.chain((own) =>
    fc.tuple(...own.map((slot) => maskOf(sizes[slot] ?? 1).map((assets) => ({ slot, assets })))),
  )
  return fc.array(box, { maxLength: maxBoxes })
}

/** Small spaces with pairs, holes and a static ad of any kind, and something that is forbidden. */
export const proofWorldArbitrary: fc.Arbitrary<ProofWorld> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    const row = fc.tuple(...sizes.map((size) => fc.nat(size - 1)))
    const weights = fc.tuple(
      ...sizes.map((size) => fc.array(fc.nat(9), { minLength: size, maxLength: size })),
    )
    return fc.record({
      space: fc.record({
        slots: fc.constant(
          sizes.map((size, slot) => ({
            key: `s${slot}`,
            assetIds: Array.from({ length: size }, (_, asset) => `a${slot}.${asset}`),
          })),
        ),
        domains: fc.tuple(...sizes.map((size) => maskOf(size))),
        excluded: boxesOf(sizes, 4),
        benchmark: fc.option(row.map((picks) => Uint16Array.from(picks))),
      }),
      violation: fc.oneof(
        fc.record({ kind: fc.constant('boxes' as const), boxes: boxesOf(sizes, 3) }),
        fc.record({
          kind: fc.constant('sum' as const),
          weights,
          limit: fc.integer({ min: -1, max: 30 }),
        }),
      ),
    })
  })

/** Every combination of the domains. */
export function listRows(domains: Domains): Row[] {
  return domains
    .reduce<number[][]>(
      (rows, domain) =>
        rows.flatMap((row) =>
          [...domain.keys()].flatMap((asset) => (domain[asset] === 1 ? [[...row, asset]] : [])),
        ),
      [[]],
    )
    .map((row) => Uint16Array.from(row))
}

/** Every reachable combination, by looking at each. */
export function listReachable({ domains, excluded, benchmark }: Space): Row[] {
  const drawn = listRows(domains).filter((row) => !excluded.some((box) => boxHolds(box, row)))
  const isExtra = benchmark && !drawn.some((row) => row.join() === benchmark.join())
  return isExtra ? [...drawn, benchmark] : drawn
}

export function violates(violation: Violation, row: Row): boolean {
  if (violation.kind === 'boxes') return violation.boxes.some((box) => boxHolds(box, row))
  const sum = row.reduce((total, asset, slot) => total + (violation.weights[slot]?.[asset] ?? 0), 0)
  return sum > violation.limit
}
