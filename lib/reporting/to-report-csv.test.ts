import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { computeMetrics } from './compute-metrics'
import { correctElement, NO_ELEMENT_WEIGHTS } from './correct-element'
import { addCounts } from './event-counts'
import type { Report } from './report'
import { toReportCsv } from './to-report-csv'

const counts = { ...addCounts([]), impressions: 1_000, clicks: 25 }
const row = { counts, metrics: computeMetrics(counts, null) }
const report = (assetName: string): Report => ({
  campaignId: 'campaign',
  campaignName: 'Campaign',
  isSimulated: false,
  from: '2026-11-01',
  to: '2026-11-23',
  asOf: '2026-11-23T12:00:00.000Z',
  currency: 'EUR',
  cpmMicros: null,
  flight: null,
  invalidEvents: 0,
  totals: row,
  arms: [],
  days: [],
  times: [],
  timeStepMinutes: 5,
  segments: [],
  sizes: [],
  elements: [
    {
      ...{ slot: 'headline', assetId: 'asset-1', assetName, assetKind: 'headline' },
      ...row,
      // Drawn every other time.
      corrected: correctElement(
        { ...NO_ELEMENT_WEIGHTS, w: 2_000, ww: 4_000, clickWr: 50, clickWwr: 100 },
        1_000,
        2_000,
      ),
    },
  ],
  lift: [],
  sampleRatio: { kind: 'not comparable' },
})
const read = (csv: string) => parse(csv, { bom: true, columns: true }) as Record<string, string>[]

describe('toReportCsv', () => {
  it('writes one line for each element, with counts and figures', () => {
    const [line] = read(toReportCsv(report('Boots, "red"\nnew'), 'elements'))
    expect(line).toMatchObject({
      slot: 'headline',
      assetName: 'Boots, "red"\nnew',
      impressions: '1000',
      clickThroughRate: '0.025',
      costPerConversionMicros: '',
      correctedClickThroughRate: '0.025',
      correctedConversionsPerImpression: '0',
      effectiveImpressions: '1000',
      eligibleShare: '',
    })
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('defuses the formula %j', (name) => {
    const [line] = read(toReportCsv(report(name), 'elements'))
    expect(line?.['assetName']).toBe(`'${name}`)
  })
})
