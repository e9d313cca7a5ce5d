import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { checkFatigue } from './check-fatigue'
import type { ElementDay } from './check-fatigue'

const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04']

const dayOf = (assetId: string, day: string, n: number, k: number): ElementDay => ({
  ...{ slot: 'headline', assetId, day, successes: k },
  sums: { n, w: n, ww: n, wr: k, wwr: k, wwrr: k },
})

/** Four days of 2,000 impressions each, at the rates given day by day. */
const play = (rates: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(rates).flatMap(([assetId, perDay]) =>
    perDay.map((rate, index) => dayOf(assetId, DAYS[index] ?? '', 2_000, 2_000 * rate)),
  )
const steady = [0.03, 0.03, 0.03, 0.03]

describe('checkFatigue', () => {
  it('reports the element that wears out, with both rates and the change against the rest', () => {
    const result = checkFatigue(play({ a: [0.06, 0.06, 0.03, 0.03], b: steady, c: steady }))
    if (result.kind !== 'ok') throw new Error('refused')
    expect(result).toMatchObject({ comparedCount: 3, laterFrom: '2026-03-03' })
    const [tired, ...more] = result.tired
    expect(more).toEqual([])
    expect(tired).toMatchObject({
      assetId: 'a',
      earlier: { rate: 0.06, impressions: 4_000 },
      later: { rate: 0.03, impressions: 4_000 },
    })
    expect(tired?.change.value).toBeCloseTo(-0.5, 6)
    expect(tired?.change.lower).toBeLessThan(-0.5)
    expect(tired?.change.upper).toBeLessThan(0)
    expect(tired?.adjustedP).toBeLessThan(0.001)
  })

  it('tires nobody where the whole slot does worse, or one does better', () => {
    const worse = [0.06, 0.06, 0.03, 0.03]
    const both: Record<string, number[]>[] = [
      { a: worse, b: worse, c: worse },
      { a: worse.toReversed(), b: steady },
    ]
    for (const rates of both) {
      const result = checkFatigue(play(rates))
      expect(result.kind === 'ok' && result.tired.map(({ assetId }) => assetId)).not.toContain('a')
    }
  })

  it('goes by evened-out rates, not by whom an element was shown to', () => {
    // Of 2,000 viewers 1,000 click at 6 % and 1,000 at 2 %. Later the element goes to the second.
    const seen = (day: string, good: number, bad: number): ElementDay => {
      const [w1, w2] = [1_000 / good, 1_000 / bad]
      const [k1, k2] = [good * 0.06, bad * 0.02]
      const [wr, wwr] = [w1 * k1 + w2 * k2, w1 * w1 * k1 + w2 * w2 * k2]
      const ww = w1 * w1 * good + w2 * w2 * bad
      const sums = { n: good + bad, w: 2_000, ww, wr, wwr, wwrr: wwr }
      return { slot: 'headline', assetId: 'a', day, successes: k1 + k2, sums }
    }
    const rest = play({ b: steady, c: steady })
    const days = [seen('2026-03-02', 900, 300), seen('2026-03-03', 300, 900), ...rest]
    const result = checkFatigue(days)
    expect(result).toMatchObject({ comparedCount: 3, tired: [] })
    const raw = days.map((day) => dayOf(day.assetId, day.day, day.sums.n, day.successes))
    const fooled = checkFatigue(raw)
    expect(fooled.kind === 'ok' && fooled.tired.map(({ assetId }) => assetId)).toEqual(['a'])
  })

  it('compares nothing on a single day, and no element that is new or hardly clicked', () => {
    expect(checkFatigue([])).toEqual({
      ...{ kind: 'ok', comparedCount: 0, laterFrom: null, tired: [] },
    })
    expect(checkFatigue(play({ a: [0.5], b: [0.1] }))).toMatchObject({ comparedCount: 0 })
    const few = checkFatigue(play({ a: [0.001, 0, 0, 0.001], b: steady, c: steady }))
    expect(few).toMatchObject({ comparedCount: 2 })
  })

  it('refuses counts that no days have', () => {
    for (const [n, k] of [
      [100, -1],
      [-5, 0],
      [100, NaN],
    ] as const) {
      expect(checkFatigue([dayOf('a', '2026-03-01', n, k)])).toMatchObject({ kind: 'invalid' })
    }
  })

  it('calls hardly anything tired where nothing is', () => {
    const random = createRandom(5)
    let alarms = 0
    for (let run = 0; run < 300; run++) {
      const days = Array.from({ length: 6 }, (_, asset) =>
        DAYS.map((day) => {
          let k = 0
          for (let view = 0; view < 400; view++) if (random.next() < 0.05) k++
          return dayOf(`a${asset}`, day, 400, k)
        }),
      ).flat()
      const result = checkFatigue(days)
      if (result.kind === 'ok' && result.tired.length > 0) alarms++
    }
    // 5 % of 300 are 15; three standard deviations above that.
    expect(alarms).toBeLessThan(27)
  })

  it('is finite and ordered for all counts', () => {
    const count = fc.integer({ min: 0, max: 5_000 })
    const day = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...DAYS), count, count)
      .map(([assetId, date, x, y]) => dayOf(assetId, date, Math.max(x, y), Math.min(x, y)))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), (days) => {
        const result = checkFatigue(days)
        if (result.kind !== 'ok') throw new Error(result.issues[0])
        for (const { change, adjustedP, earlier, later } of result.tired) {
          const numbers = [...Object.values(change), adjustedP, earlier.rate, later.rate]
          expect(numbers.every(Number.isFinite)).toBe(true)
          expect(change.lower).toBeLessThanOrEqual(change.value)
          expect(change.upper).toBeGreaterThanOrEqual(change.value)
        }
      }),
    )
  })
})
