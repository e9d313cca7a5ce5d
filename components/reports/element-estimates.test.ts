import { describe, expect, it } from 'vitest'
import { computeMetrics } from '@/lib/reporting/compute-metrics'
import { addCounts } from '@/lib/reporting/event-counts'
import { toElementEstimates } from './element-estimates'

const element = (name: string, impressions: number, clicks: number) => {
  const counts = { ...addCounts([]), impressions, clicks }
  const metrics = computeMetrics(counts, null)
  return {
    slot: 'headline',
    assetId: name,
    assetName: name,
    assetKind: 'headline' as const,
    counts,
    metrics,
  }
}

describe('toElementEstimates', () => {
  it('puts the best first and leaves out what was hardly shown', () => {
    const rows = [element('low', 1_000, 10), element('high', 1_000, 50), element('rare', 9, 4)]
    const { estimates, tooRare } = toElementEstimates(rows, 'clickThroughRate')
    expect(estimates.map(({ label }) => label)).toEqual(['high', 'low'])
    expect(estimates[0]).toMatchObject({ value: 0.05, sampleSize: 1_000 })
    expect(tooRare).toEqual(['rare'])
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
