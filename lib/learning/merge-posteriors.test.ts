import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { packedIndex } from '@/lib/math/symmetric-matrix'
import { mergePosteriors } from './merge-posteriors'
import type { Observation } from './observations'
import { createPosterior } from './posterior'
import type { Posterior } from './posterior'
import { withoutEvidence } from './serialise-posterior'
import { updatePosterior } from './update-posterior'

const RATES: Readonly<Record<string, number>> = { i1: 0.02, i2: 0.03, i3: 0.045 }

function makeBatch(seed: number, images: readonly string[]): Observation[] {
  const random = createRandom(seed)
  return images.flatMap((image) =>
    ['mobile', 'desktop'].map((device) => ({
      cell: { device },
      assets: { image, cta: `c${1 + Math.floor(random.next() * 2)}` },
      impressions: 1_000,
      successes: Math.round(1_000 * (RATES[image] ?? 0) * (0.9 + 0.2 * random.next())),
    })),
  )
}

function learn(posterior: Posterior, batch: readonly Observation[]): Posterior {
  const result = updatePosterior(posterior, batch)
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

const empty = createPosterior({ slots: ['image', 'cta'], features: ['device'] })
const base = learn(empty, makeBatch(1, ['i1', 'i2']))
const batches = [makeBatch(2, ['i1', 'i2']), makeBatch(3, ['i2', 'i3']), makeBatch(4, ['i1', 'i3'])]
const parts = batches.map((batch) => learn(base, batch))

function merge(...of: readonly Posterior[]): Posterior {
  const merged = mergePosteriors(base, of)
  if (!merged) throw new Error('not merged')
  return merged
}

function expectSame(a: Posterior, b: Posterior, tolerance: number) {
  expect(Object.keys(a.weights)).toEqual(Object.keys(b.weights))
  for (const [key, [mean, precision]] of Object.entries(a.weights)) {
    const [otherMean, otherPrecision] = b.weights[key] ?? [Number.NaN, Number.NaN]
    expect(Math.abs(mean - otherMean)).toBeLessThan(tolerance)
    expect(Math.abs(precision / otherPrecision - 1)).toBeLessThan(tolerance)
  }
}

describe('mergePosteriors', () => {
  const [a, b, c] = parts as [Posterior, Posterior, Posterior]

  it('does not care about order or grouping', () => {
    expectSame(merge(a, b, c), merge(c, a, b), 1e-9)
    expectSame(merge(merge(a, b), c), merge(a, merge(b, c)), 1e-9)
  })

  it('comes near to learning one batch after the other', () => {
    const inTurn = batches.reduce(learn, base)
    const merged = merge(a, b, c)
    expect(merged.totals).toEqual(inTurn.totals)
    for (const [key, [mean]] of Object.entries(merged.weights)) {
      expect(Math.abs(mean - (inTurn.weights[key]?.[0] ?? Number.NaN))).toBeLessThan(0.12)
    }
  })

  it('of one part is that part, but for the sizes of the families', () => {
    const one = merge(a)
    const diagonal = ({ evidence }: Posterior) =>
      new Map(
        evidence?.keys.map((key, index) => [key, evidence.information[packedIndex(index, index)]]),
      )
    const learnt = diagonal(a)
    expect(learnt.size).toBeGreaterThan(10)
    for (const [key, information] of diagonal(one)) {
      expect(information).toBeCloseTo(learnt.get(key) ?? Number.NaN, 9)
    }
    expect(one.totals).toEqual(a.totals)
  })

  it('refuses what has no evidence', () => {
    expect(mergePosteriors(base, [withoutEvidence(a)])).toBeNull()
  })
})
