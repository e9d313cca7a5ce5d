import { describe, expect, it } from 'vitest'
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

  it('has no interval for a rate above one', () => {
    const metric = computeMetrics({ ...nothing, clicks: 2, conversions: 5 }, null).conversionRate
    expect(metric).toEqual({ value: 2.5, numerator: 5, denominator: 2, interval: null })
  })

  it('never has a negative bounce rate', () => {
    expect(computeMetrics({ ...nothing, visits: 1, secondPages: 3 }, null).bounceRate.value).toBe(0)
  })
})
