import { describe, expect, it } from 'vitest'
import { computeMetrics } from '@/lib/reporting/compute-metrics'
import { correctElement, NO_ELEMENT_WEIGHTS } from '@/lib/reporting/correct-element'
import { addCounts } from '@/lib/reporting/event-counts'
import { toElementEstimates } from './element-estimates'

/** Drawn one time in four; clicks came where it was drawn one time in `clickChance`. */
const element = (name: string, impressions: number, clicks: number, clickChance = 4) => {
  const counts = { ...addCounts([]), impressions, clicks }
  const metrics = computeMetrics(counts, null)
  const weights = {
    ...NO_ELEMENT_WEIGHTS,
    w: 4 * impressions,
    ww: 16 * impressions,
    clickWr: clickChance * clicks,
    clickWwr: clickChance ** 2 * clicks,
  }
  return {
    slot: 'headline',
    assetId: name,
    assetName: name,
    assetKind: 'headline' as const,
    counts,
    metrics,
    corrected: correctElement(weights, impressions, 4 * impressions),
  }
}

describe('toElementEstimates', () => {
  it('puts the best first and leaves out what was hardly shown', () => {
    const rows = [element('low', 1_000, 10), element('high', 1_000, 50), element('rare', 9, 4)]
    const { estimates, tooRare, thin } = toElementEstimates(rows, 'clickThroughRate')
    expect(estimates.map(({ label }) => label)).toEqual(['high', 'low'])
    expect(estimates[0]).toMatchObject({ value: 0.05, sampleSize: 1_000 })
    expect(tooRare).toEqual(['rare'])
    expect(thin).toEqual([])
  })

  it('compares click rates as if everybody had seen each element', () => {
    // Both were clicked as often, but the clicks of the one came where it was hardly ever tried.
    const rows = [element('favoured', 1_000, 40, 2), element('hidden', 1_000, 40, 6)]
    const { estimates } = toElementEstimates(rows, 'clickThroughRate')
    expect(estimates.map(({ label, value }) => [label, value])).toEqual([
      ['hidden', 0.06],
      ['favoured', 0.02],
    ])
    // What can't be corrected is shown as it was.
    expect(toElementEstimates(rows, 'viewableRate').estimates[0]?.value).toBe(0)
  })

  it('names what rests on little', () => {
    const rows = [element('few', 1_000, 3), element('many', 1_000, 30)]
    expect(toElementEstimates(rows, 'clickThroughRate').thin).toEqual(['few'])
    expect(toElementEstimates(rows, 'conversionsPerImpression').thin).toEqual(['few', 'many'])
    expect(toElementEstimates(rows, 'viewableRate').thin).toEqual([])
  })

  it('draws even the rare ones while there are no others', () => {
    const { estimates, tooRare } = toElementEstimates([element('a', 9, 1)], 'clickThroughRate')
    expect([estimates.length, tooRare.length]).toEqual([1, 0])
  })

  it('gives a figure without an interval a bar without one, and none to an unknown figure', () => {
    const rows = [element('a', 100, 1)]
    expect(toElementEstimates(rows, 'valuePerThousandMicros').estimates).toEqual([
      { id: 'a', label: 'a', value: 0, low: 0, high: 0, sampleSize: 100 },
    ])
    expect(toElementEstimates(rows, 'returnOnAdSpend').estimates).toEqual([])
  })
})
