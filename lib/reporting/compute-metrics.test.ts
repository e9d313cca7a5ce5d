import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import type { OutcomeProducts } from './arm-sums'
import { computeMetrics } from './compute-metrics'
import { addCounts, type EventCounts } from './event-counts'

const nothing = addCounts([])
const counts: EventCounts = {
  impressions: 10_000,
  viewables: 6_000,
  clicks: 200,
  conversions: 10,
  valueMicros: 500_000_000,
  visits: 150,
  secondPages: 60,
  pages: 330,
  engagedMs: 4_500_000,
}

/** Each conversion a decision of its own, half of them clicked; visits of one to three pages. */
const products: OutcomeProducts = {
  conversionsSquared: 10,
  valueSquared: 10 * 50_000_000 ** 2,
  clicksConversions: 5,
  engagedMsSquared: 200 * 30_000 ** 2,
  visitsEngagedMs: 4_500_000,
  pagesSquared: 900,
  visitsPages: 330,
}

describe('computeMetrics', () => {
  it('divides what each figure is made of', () => {
    const metrics = computeMetrics(counts, 5_000_000)
    expect(metrics.clickThroughRate).toMatchObject({ value: 0.02, numerator: 200 })
    expect(metrics.viewableRate.value).toBe(0.6)
    expect(metrics.conversionRate).toMatchObject({ value: 0.05, denominator: 200 })
    expect(metrics.conversionsPerImpression.value).toBe(0.001)
    // 10,000 impressions at 5.00 a thousand cost 50.00: 5.00 a conversion, ten times as much back.
    expect(metrics.costPerConversionMicros.value).toBe(5_000_000)
    expect(metrics.returnOnAdSpend.value).toBe(10)
    expect(metrics.valuePerThousandMicros.value).toBe(50_000_000)
    expect(metrics.engagedMsPerVisit.value).toBe(30_000)
    expect(metrics.pagesPerVisit.value).toBe(2.2)
    expect(metrics.bounceRate.value).toBe(0.6)
  })

  it('gives rates the interval that holds them', () => {
    const { interval } = computeMetrics(counts, null).clickThroughRate
    // Wilson's 95 % interval of 200 in 10,000.
    expect(interval?.lower).toBeCloseTo(0.01744, 4)
    expect(interval?.upper).toBeCloseTo(0.02293, 4)
  })

  it('does not invent a cost that nobody entered', () => {
    const metrics = computeMetrics(counts, null)
    expect(metrics.costPerConversionMicros).toMatchObject({ value: null, numerator: null })
    expect(metrics.returnOnAdSpend).toMatchObject({ value: null, denominator: null })
    expect(metrics.valuePerThousandMicros.value).toBe(50_000_000)
  })

  it('divides nothing by zero', () => {
    for (const metric of Object.values(computeMetrics(nothing, 1_000_000))) {
      expect(metric.value).toBeNull()
      expect(metric.interval).toBeNull()
    }
  })

  it('has no interval for a rate above one without products', () => {
    const metric = computeMetrics({ ...nothing, clicks: 2, conversions: 5 }, null).conversionRate
    expect(metric).toEqual({ value: 2.5, numerator: 5, denominator: 2, interval: null })
  })

  it('keeps the interval of a chance where nobody converted twice or without a click', () => {
    const chances = { ...products, conversionsSquared: 10, clicksConversions: 10 }
    const plain = computeMetrics(counts, 5_000_000)
    const metrics = computeMetrics(counts, 5_000_000, chances)
    for (const name of ['conversionRate', 'conversionsPerImpression'] as const) {
      expect(metrics[name]).toEqual(plain[name])
      expect(metrics[name].interval).not.toBeNull()
    }
    expect(metrics.costPerConversionMicros).toEqual(plain.costPerConversionMicros)
  })

  it('gives money, time and pages the interval that allows for how much they vary', () => {
    const metrics = computeMetrics(counts, 5_000_000, products)
    // Ten conversions of 50.00 each: their number is uncertain by a factor of exp(1.96 / √10).
    const factor = Math.exp(1.96 / Math.sqrt(10))
    expect(metrics.returnOnAdSpend.interval?.lower).toBeCloseTo(10 / factor, 2)
    expect(metrics.returnOnAdSpend.interval?.upper).toBeCloseTo(10 * factor, 1)
    const perThousand = metrics.valuePerThousandMicros.interval
    expect((perThousand?.upper ?? 0) / 50_000_000).toBeCloseTo(factor, 2)
    for (const name of ['engagedMsPerVisit', 'pagesPerVisit'] as const) {
      const { value, interval } = metrics[name]
      expect(interval?.lower).toBeLessThan(value ?? 0)
      expect(interval?.upper).toBeGreaterThan(value ?? 0)
    }
  })

  it('is less sure of conversions that came together', () => {
    const apart = computeMetrics(counts, 5_000_000, products)
    const together = computeMetrics(counts, 5_000_000, { ...products, conversionsSquared: 50 })
    const width = ({ conversionsPerImpression: { interval } }: typeof apart) =>
      (interval?.upper ?? 0) / (interval?.lower ?? 1)
    expect(width(together)).toBeGreaterThan(2 * width(apart))
    expect(together.costPerConversionMicros.interval?.lower).toBeLessThan(
      apart.costPerConversionMicros.interval?.lower ?? 0,
    )
  })

  it('holds the true return on ad spend about as often as it says', () => {
    // One impression in 200 buys, once to three times, for 10.00 to 90.00 each.
    const truth = (1 / 200) * 2 * 50_000_000
    const runs = Array.from({ length: 400 }, (_, seed) => {
      const random = createRandom(seed)
      let valueMicros = 0
      let valueSquared = 0
      for (let n = 0; n < 8_000; n += 1) {
        if (random.next() >= 1 / 200) continue
        const times = 1 + Math.floor(3 * random.next())
        let value = 0
        for (let i = 0; i < times; i += 1) value += 10_000_000 + 80_000_000 * random.next()
        valueMicros += value
        valueSquared += value ** 2
      }
      const sums = { ...nothing, impressions: 8_000, valueMicros }
      return computeMetrics(sums, null, { ...products, valueSquared }).valuePerThousandMicros
        .interval
    })
    const covered = runs.filter(
      (interval) => interval && interval.lower <= 1_000 * truth && 1_000 * truth <= interval.upper,
    )
    expect(covered.length / runs.length).toBeGreaterThan(0.92)
    expect(covered.length / runs.length).toBeLessThan(0.98)
  })

  it('never has a negative bounce rate', () => {
    expect(computeMetrics({ ...nothing, visits: 1, secondPages: 3 }, null).bounceRate.value).toBe(0)
  })
})
