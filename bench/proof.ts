import { createMask } from '@/lib/permutations/box'
import { countReachable, prove, type Violation } from '@/lib/permutations/prove'
import { createSpace, type Space } from '@/lib/permutations/space'
import { createRandom } from '@/lib/math/random'
import type { Constraint } from '@/lib/decision/constraint'
import { medianOf } from './median'

export interface ProofBench {
  /** Of all guardrails of a campaign of 1,000,000 combinations. */
  readonly medianMillis1M: number | null
  readonly slowestMillis1M: number
  /** How many guardrails those were, and how many of them were violated. */
  readonly guardrails: number
  readonly violated: number
}

const SLOTS = 6
const ASSETS = 10
const PAIRS = 12
const WORLDS = 40

/**
 * Proves, counts and finds witnesses in campaigns of 6 slots × 10 assets with 12 pairs: 12
 * forbidden pairs, 3 required ones, 4 disclaimers, what fits in 9 sizes, and the weight in 9 sizes.
 */
export function benchProof(): ProofBench {
  const times: number[] = []
  let guardrails = 0
  let violated = 0
  for (let seed = 0; seed < WORLDS; seed++) {
    const startedAtMs = performance.now()
    const space = buildSpace(seed)
    const proofs = buildViolations(seed, space).map((violation) => prove(space, violation))
    countReachable(space)
    times.push(performance.now() - startedAtMs)
    guardrails = proofs.length
    violated += proofs.filter(({ state }) => state === 'violated').length
  }
  // The first ones warm the compiler up; the slowest may well be one of them.
  return {
    medianMillis1M: medianOf(times),
    slowestMillis1M: Math.max(...times),
    guardrails,
    violated: Math.round(violated / WORLDS),
  }
}

function buildSpace(seed: number): Space {
  const pick = picker(seed)
  const slots = Array.from({ length: SLOTS }, (_, slot) => ({
    key: `s${slot}`,
    assetIds: Array.from({ length: ASSETS }, (_, asset) => `a${slot}.${asset}`),
  }))
  const constraints = Array.from({ length: PAIRS }, (_, index): Constraint => {
    const first = pick(SLOTS)
    const second = (first + 1 + pick(SLOTS - 1)) % SLOTS
    return {
      kind: index % 3 === 0 ? 'together' : 'never',
      first: { slot: `s${first}`, assetId: `a${first}.${pick(ASSETS)}` },
      second: { slot: `s${second}`, assetId: `a${second}.${pick(ASSETS)}` },
    }
  })
  const benchmark = Object.fromEntries(slots.map(({ key, assetIds }) => [key, assetIds[0] ?? '']))
  return createSpace({ slots, rules: [], constraints, benchmark })
}

function buildViolations(seed: number, { slots }: Space): Violation[] {
  const pick = picker(seed + 1_000)
  const some = (slot: number, among: number) => ({
    slot,
    assets: createMask(slots[slot]?.assetIds.length ?? 0, () => pick(among) === 0),
  })
  const boxesOf = (parts: number, among: number): Violation => {
    const first = pick(SLOTS)
    const own = Array.from({ length: parts }, (_, index) => (first + index) % SLOTS)
    return { kind: 'boxes', boxes: [own.map((slot) => some(slot, among))] }
  }
  const many = (count: number, make: () => Violation) => Array.from({ length: count }, make)
  return [
    ...many(12, () => boxesOf(2, 8)),
    ...many(3, () => boxesOf(SLOTS, 2)),
    ...many(4, () => boxesOf(3, 2)),
    ...many(9, () => ({
      kind: 'boxes',
      boxes: slots.map((_, slot) => [some(slot, 20)]),
    })),
    ...many(9, () => ({
      kind: 'sum',
      weights: slots.map(({ assetIds }) => assetIds.map(() => pick(40_000))),
      limit: 180_000,
    })),
  ]
}

function picker(seed: number): (below: number) => number {
  const random = createRandom(seed)
  return (below) => Math.floor(random.next() * below)
}
