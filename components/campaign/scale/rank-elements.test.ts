import { describe, expect, it } from 'vitest'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import { computeMetrics } from '@/lib/reporting/compute-metrics'
import { correctElement, NO_ELEMENT_WEIGHTS } from '@/lib/reporting/correct-element'
import { rankElements } from './rank-elements'

const asset = (id: string, isPaused = false): DraftSlot['assets'][number] => ({
  ...{ id, kind: 'headline', name: id, text: id, altText: '', renditions: [] },
  state: 'approved',
  isPaused,
})
const row = (assetId: string, impressions: number, clicks: number) => {
  const none = {
    viewables: 0,
    conversions: 0,
    valueMicros: 0,
    visits: 0,
    secondPages: 0,
    pages: 0,
    engagedMs: 0,
  }
  const counts = { impressions, clicks, ...none }
  return {
    slot: 'headline',
    assetId,
    assetKind: null,
    assetName: assetId,
    counts,
    metrics: computeMetrics(counts, null),
    corrected: correctElement(NO_ELEMENT_WEIGHTS, 0, 0),
  }
}
const belief = (assetId: string, probabilityBest: number) => ({
  assetId,
  probabilityBest,
  rate: { mean: 0.02, lower: 0.01, upper: 0.03 },
})

describe('rankElements', () => {
  const slot: DraftSlot = {
    key: 'headline',
    kind: 'headline',
    assets: [asset('a'), asset('b'), asset('c', true), asset('d')],
  }

  it('puts the likeliest best first and names winners and losers', () => {
    const ranked = rankElements(
      slot,
      [row('a', 1000, 5), row('b', 5000, 150), row('c', 900, 9)],
      [belief('a', 0.01), belief('b', 0.97), belief('c', 0.02)],
    )
    expect(ranked.map(({ asset: { id }, standing }) => [id, standing])).toEqual([
      ['b', 'winner'],
      ['c', 'paused'],
      ['a', 'loser'],
      ['d', 'open'],
    ])
  })

  it('leaves it open before there is enough to tell', () => {
    const ranked = rankElements(slot, [row('b', 20, 3)], [belief('b', 0.99), belief('a', 0.001)])
    expect(ranked.every(({ standing }) => standing === 'open' || standing === 'paused')).toBe(true)
  })
})
