import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { AdEvent } from '@/lib/events/event'
import { toEventRow } from '@/lib/events/event-row'
import { createEventWriter } from '@/lib/events/server/event-writer'
import { publishTestCampaign } from '@/lib/events/server/testing/publish-test-campaign'
import { rollUpEverything } from '@/lib/events/server/testing/roll-up-everything'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { reportSchema } from '@/lib/reporting/report'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { findHoldoutShares } from './find-holdout-shares'
import { getCampaignReport } from './get-campaign-report'
import { listReportTotals } from './list-report-totals'

const DECISIONS = 300
let database: TestDatabase
let db: Database
let pool: Pool
let snapshot: Snapshot
const nowMs = Date.now()

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(database.url)
  pool = createPool(database.url, 6)
  snapshot = await publishTestCampaign(db)
  const { campaignId, workspaceId } = snapshot
  await db.campaign.update({
    where: { id: campaignId },
    data: { objectives: { currency: 'EUR', cpmMicros: 4_000_000 } },
  })
  const writer = createEventWriter(pool)
  const writes: Promise<unknown>[] = []
  for (let n = 0; n < DECISIONS; n += 1) {
    const record = makeDecision(n, nowMs, { campaignId, workspaceId })
    const events: AdEvent[] = [{ kind: 'impression' }]
    if (n % 10 === 0) events.push({ kind: 'click' })
    if (n % 50 === 0) events.push({ kind: 'conversion', valueMicros: 20_000_000 })
    for (const event of events) writes.push(writer.write(toEventRow(record, event, null)))
  }
  const bot = makeDecision(DECISIONS + 1, nowMs, { campaignId, workspaceId })
  writes.push(writer.write(toEventRow(bot, { kind: 'impression' }, 'bot')))
  await Promise.all(writes)
  await rollUpEverything(pool)
})
afterAll(async () => {
  await db.$disconnect()
  await pool.end()
  await database.drop()
})

const actorOf = (workspaceId: string): Actor => ({
  kind: 'system',
  id: 'test',
  workspaceId,
  permissions: ['read'],
})
const read = (query = {}) =>
  getCampaignReport({ db, pool }, actorOf(snapshot.workspaceId), snapshot.campaignId, query, nowMs)

describe('getCampaignReport', () => {
  it('counts what happened, whichever way it is cut', async () => {
    const report = reportSchema.parse(await read())
    const impressions = (rows: { counts: { impressions: number } }[]) =>
      rows.reduce((sum, { counts }) => sum + counts.impressions, 0)
    expect(report.totals.counts).toMatchObject({ impressions: 300, clicks: 30, conversions: 6 })
    expect(report.totals.counts.valueMicros).toBe(120_000_000)
    const { arms, days, times, segments, sizes } = report
    for (const rows of [arms, days, times, segments, sizes]) {
      expect(impressions(rows)).toBe(300)
    }
    // Two slots: each dynamic impression counts for both of its elements.
    const dynamic = report.arms.find(({ arm }) => arm === 'dynamic')
    expect(dynamic?.counts.impressions).toBe(240)
    expect(impressions(report.elements)).toBe(480)
    expect(report.invalidEvents).toBe(1)
    // 300 impressions at 4.00 a thousand are 1.20, for 120.00 of value.
    expect(report.totals.metrics.returnOnAdSpend.value).toBe(100)
    const { interval } = report.totals.metrics.returnOnAdSpend
    expect(interval?.lower).toBeGreaterThan(30)
    expect(interval?.upper).toBeGreaterThan(100)
    expect(report.currency).toBe('EUR')
    expect(Date.parse(report.asOf)).toBeGreaterThanOrEqual(nowMs)
  })

  it('says of each element what it would do for everybody', async () => {
    for (const query of [{}, { segmentId: 'segment-1' }]) {
      const { elements } = await read(query)
      expect(elements.length).toBeGreaterThan(5)
      for (const { corrected, counts } of elements) {
        // Always drawn with the same chance: each impression counts for itself.
        expect(corrected.effectiveImpressions).toBeCloseTo(counts.impressions, 6)
        expect(corrected.clickThroughRate).toMatchObject({
          value: 0,
          interval: { lower: 0, upper: expect.closeTo(3.84 / (counts.impressions + 3.84), 3) },
          warning: `Only ${counts.impressions} impressions so far: read this as a hint.`,
        })
      }
    }
  })

  it('compares what conversions are worth', async () => {
    const { lift } = await read()
    expect(lift.find(({ metric }) => metric === 'valuePerImpressionMicros')).toMatchObject({
      dynamic: { k: 0, n: 240 },
      holdout: { k: 120_000_000, n: 60 },
      verdict: 'not enough data',
    })
  })

  it('narrows to a segment, a size and days', async () => {
    const segment = await read({ segmentId: 'segment-1' })
    expect(segment.totals.counts.impressions).toBe(100)
    expect(segment.elements.length).toBeGreaterThan(0)
    expect(segment.times).toEqual([])
    expect((await read({ size: '728x90' })).totals.counts.impressions).toBe(0)
    const before = await read({ from: '2020-01-01', to: '2020-01-31' })
    expect(before).toMatchObject({ from: '2020-01-01', to: '2020-01-31', days: [] })
  })

  it('lists totals of the workspace’s own campaigns', async () => {
    const list = (workspaceId: string) =>
      listReportTotals({ db, pool }, actorOf(workspaceId), nowMs)
    expect(await list(snapshot.workspaceId)).toMatchObject([
      {
        campaignId: snapshot.campaignId,
        counts: { impressions: 300, clicks: 30 },
        metrics: { clickThroughRate: { value: 0.1 } },
        lift: { metric: 'clickThroughRate', dynamic: { n: 240 }, holdout: { n: 60 } },
      },
    ])
    expect(await list('somebody-else')).toEqual([])
  })

  it('knows the holdout’s share of each campaign', async () => {
    const { holdoutShare } = snapshot.experiment
    const shares = await findHoldoutShares(db, [snapshot.campaignId, 'somebody-else'])
    expect([...shares]).toEqual([[snapshot.campaignId, holdoutShare]])
  })

  it('does not show another workspace that there is such a campaign', async () => {
    const reading = getCampaignReport(
      { db, pool },
      actorOf('somebody-else'),
      snapshot.campaignId,
      {},
      nowMs,
    )
    await expect(reading).rejects.toMatchObject({ code: 'not_found' })
  })
})
