import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { decisionViewSchema } from '@/lib/events/decision-view'
import type { Policy } from '@/lib/decision/policy'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { createRandom } from '@/lib/math/random'
import { reportSchema } from '@/lib/reporting/report'
import { describeFixtures, fixturePath, readFixture } from '@/scripts/testing/fixtures'
import { openStudio } from '@/scripts/testing/http-studio'
import { BROWSER, buildWorld, expectDone, type World } from '@/scripts/testing/http-world'
import { type PublishedHeadlines, publishHeadlines } from '@/scripts/testing/publish-headlines'

// Seeds of decisions come in the same order in every run, and so does the holdout. What the learner
// draws depends on the ids of the assets as well, which are new each time: hence the wide margins.
vi.mock('@/lib/serve/server/random-pool', async (importOriginal) => {
  const seeds = createRandom(1)
  return { ...(await importOriginal<object>()), takeSeed: () => seeds.nextUint32() }
})

const studio = await openStudio()
const { db, pool } = studio
const { decisionRecordSchema } = await import('@/lib/decision/decision-record')
const { prepareSnapshot } = await import('@/lib/decision/prepare-snapshot')
const { replayDecision } = await import('@/lib/decision/replay-decision')
const { snapshotSchema } = await import('@/lib/decision/snapshot')
const { startRollupLoop } = await import('@/lib/events/server/start-rollup-loop')
const { waitForOlderTransactions } =
  await import('@/lib/events/server/testing/wait-for-older-transactions')
const { findPolicy } = await import('@/lib/learning/server/testing/find-policy')
const { learnFromEvents } = await import('@/lib/learning/server/learn-from-events')
const { getLiveMemory } = await import('@/lib/serve/server/live-memory')
afterAll(() => studio.close())

const archive = 'bandit/upworthy/packages.dev.csv'
const CAMPAIGNS = 3
const BATCHES = 20
const HOLDOUT_SHARE = 0.1
const VIEWABLE_SHARE = 0.7
const AT_ONCE = 250
/** The loop's pause while events come. */
const ROLLUP_EVERY_MS = 250
const headers = { 'user-agent': BROWSER }

interface Arm {
  readonly clickability_test_id: string
  readonly test_week: string
  readonly headline: string
  readonly excerpt: string
  readonly eyecatcher_id: string
  readonly impressions: string
  readonly clicks: string
}
interface HeadlineTest {
  readonly id: string
  readonly headlines: readonly string[]
  /** Click rate of each, as it was measured. */
  readonly rates: readonly number[]
  readonly viewers: number
}

/**
 * The first tests of the archive that are a campaign of ours: at least four headlines of a length
 * we take, nothing else different, outside the weeks with a known fault, and not all alike.
 */
function chooseTests(): HeadlineTest[] {
  const arms = parse<Arm>(readFileSync(fixturePath(archive)), { columns: true })
  const statistics = readFixture<{ test_id: string; homog_p?: number }[]>(
    'bandit/upworthy/reference_stats.dev.json',
  )
  const unlike = new Set(
    statistics.filter(({ homog_p = 1 }) => homog_p < 1e-4).map(({ test_id }) => test_id),
  )
  const chosen = [...Map.groupBy(arms, (arm) => arm.clickability_test_id)].filter(([id, group]) => {
    const week = Number(group[0]?.test_week)
    const surroundings = new Set(group.map((arm) => `${arm.excerpt}\n${arm.eyecatcher_id}`))
    return (
      unlike.has(id) &&
      (week < 201_325 || week > 201_401) &&
      group.length >= 4 &&
      surroundings.size === 1 &&
      new Set(group.map(({ headline }) => headline)).size === group.length &&
      group.every(({ headline }) => headline.length <= 90)
    )
  })
  return chosen.slice(0, CAMPAIGNS).map(([id, group]) => ({
    id,
    headlines: group.map(({ headline }) => headline),
    rates: group.map(({ clicks, impressions }) => Number(clicks) / Number(impressions)),
    viewers: group.reduce((sum, { impressions }) => sum + Number(impressions), 0),
  }))
}

const servedSchema = z.object({
  arm: z.enum(['dynamic', 'holdout']),
  assets: z.object({ headline: z.object({ id: z.string(), text: z.string() }) }),
  urls: z.object({ impression: z.url(), viewable: z.url(), click: z.url() }),
})
interface View {
  readonly arm: 'dynamic' | 'holdout'
  readonly headline: number
  readonly isViewable: boolean
  readonly isClicked: boolean
}
const random = createRandom(2)

/** One viewer: an ad by the serve route, and the events by theirs. A click is drawn at the real rate. */
async function view(test: HeadlineTest, campaign: PublishedHeadlines) {
  const served = await studio.fetchAd(`/api/serve/${campaign.placementId}?format=json`, { headers })
  const { arm, assets, urls } = servedSchema.parse(await served.json())
  const headline = campaign.headlineIds.indexOf(assets.headline.id)
  expect(assets.headline.text).toBe(test.headlines[headline])
  const isClicked = random.next() < (test.rates[headline] ?? 0)
  const isViewable = isClicked || random.next() < VIEWABLE_SHARE
  const report = async () => {
    const sent = [send(urls.impression, 'POST', 204)]
    if (isViewable && !isClicked) sent.push(send(urls.viewable, 'POST', 204))
    if (isClicked) sent.push(send(urls.click, 'GET', 302))
    await Promise.all(sent)
  }
  return { view: { arm, headline, isViewable, isClicked } satisfies View, report }
}

async function send(address: string, method: string, status: number): Promise<void> {
  const { pathname, search } = new URL(address)
  const answer = await studio.fetchAd(`${pathname}${search}`, { method, headers })
  if (answer.status !== status) throw new Error(`${pathname}: ${answer.status}`)
}

/** `count` viewers, decided one after the other, reported many at a time as in life. */
async function show(test: HeadlineTest, campaign: PublishedHeadlines, count: number) {
  const views: View[] = []
  while (views.length < count) {
    const reports: (() => Promise<void>)[] = []
    for (let index = 0; index < Math.min(AT_ONCE, count - views.length); index++) {
      const one = await view(test, campaign)
      views.push(one.view)
      reports.push(one.report)
    }
    await Promise.all(reports.map((report) => report()))
  }
  return views
}

/** What the learning loop does at every step, until what it learnt is served. */
async function learn(campaigns: readonly PublishedHeadlines[]): Promise<void> {
  await waitForOlderTransactions(pool)
  expect((await learnFromEvents(db)).kind).toBe('ok')
  for (const { campaignId, placementId } of campaigns) {
    const newest = await db.policy.findFirst({
      where: { campaignId },
      orderBy: { version: 'desc' },
      select: { version: true },
    })
    const memory = getLiveMemory()
    const placement = memory.findPlacement(placementId)
    const isServed = () => {
      const served = placement && memory.findCampaign(placement)?.policy.version
      expect(served).toBe(newest?.version ?? 0)
    }
    await vi.waitFor(isServed, { timeout: 20_000, interval: 5 })
  }
}

const count = (views: readonly View[]) => ({
  impressions: views.length,
  viewables: views.filter(({ isViewable }) => isViewable).length,
  clicks: views.filter(({ isClicked }) => isClicked).length,
})
const isDynamic = ({ arm }: View) => arm === 'dynamic'
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** How far some views are on the way from an even split, 0, to the best headline alone, 1. */
function wayToBest({ rates }: HeadlineTest, views: readonly View[]): number {
  const even = mean(rates)
  const got = mean(views.map(({ headline }) => rates[headline] ?? 0))
  return (got - even) / (Math.max(...rates) - even)
}

describeFixtures('real headlines of Upworthy as campaigns', archive, () => {
  const tests = chooseTests()
  const campaigns: PublishedHeadlines[] = []
  const seen: View[][] = tests.map(() => [])
  let world: World

  beforeAll(async () => {
    world = await buildWorld(studio, 'upworthy')
    for (const { id, headlines } of tests) {
      const pilot = { holdoutShare: HOLDOUT_SHARE }
      const campaign = { name: `Upworthy ${id}`, headlines, pilot }
      campaigns.push(await publishHeadlines(studio, world.owner, campaign))
    }
    const rollups = startRollupLoop(pool)
    for (let batch = 0; batch < BATCHES; batch++) {
      for (const [index, test] of tests.entries()) {
        const campaign = campaigns[index]
        const size = Math.floor(test.viewers / BATCHES)
        if (campaign) seen[index]?.push(...(await show(test, campaign, size)))
      }
      await learn(campaigns)
    }
    await waitForOlderTransactions(pool)
    // Each step of the loop reads all that is over: two of them, and nothing is left.
    await new Promise((resolve) => setTimeout(resolve, 2 * ROLLUP_EVERY_MS))
    await rollups.stop()
  }, 180_000)

  const each = tests.map((test, index) => ({ id: test.id, test, index }))

  it('has real copy, and as many viewers as Upworthy asked', () => {
    expect(tests).toHaveLength(CAMPAIGNS)
    expect(tests.flatMap(({ headlines }) => headlines).length).toBeGreaterThanOrEqual(12)
    expect(seen.flat().length).toBeGreaterThan(50_000)
  })

  // One campaign may hold on to an early favourite: of 3,000 simulated runs of these tests (the
  // learner of lib/learning/testing, as many viewers, 20 batches) 1 in 200 of the third ended no
  // better than an even split. So they are judged together: there 1 run in 1,000 was below 0.40 of
  // the way over all viewers, below 0.50 of it in the last quarter, and won back less than 0.51;
  // half the runs were above 0.74, 0.92 and 0.94.
  it('the traffic goes to the truly better headlines', () => {
    const ways = tests.map((test, index) => {
      const views = (seen[index] ?? []).filter(isDynamic)
      return {
        all: wayToBest(test, views),
        lately: wayToBest(test, views.slice(-views.length / 4)),
      }
    })
    expect(mean(ways.map(({ all }) => all))).toBeGreaterThan(0.35)
    expect(mean(ways.map(({ lately }) => lately))).toBeGreaterThan(0.45)
  })

  it('most of the traffic that a blind split would waste is won back in the last quarter', () => {
    const wonBack = tests.map(({ rates }, index) => {
      const views = (seen[index] ?? []).filter(isDynamic)
      const lately = views.slice(-views.length / 4)
      const isBetter = rates.map((rate) => rate > mean(rates))
      const share = lately.filter(({ headline }) => isBetter[headline]).length / lately.length
      const blindShare = isBetter.filter(Boolean).length / rates.length
      return (share - blindShare) / (1 - blindShare)
    })
    expect(mean(wonBack)).toBeGreaterThan(0.45)
  })

  it.each(each)('$id: the lift comes with an interval, and with the right sign', async (one) => {
    const { report } = await readReport(one.index)
    const lift = report.lift.find(({ metric }) => metric === 'clickThroughRate')
    const views = seen[one.index] ?? []
    const { impressions: n, clicks: k } = count(views.filter(isDynamic))
    expect(lift).toMatchObject({ dynamic: { k, n }, holdout: { n: views.length - n } })
    const { lower, value, upper } = lift?.relative ?? { lower: null, value: null, upper: null }
    expect(lower).toBeLessThan(value ?? NaN)
    expect(upper).toBeGreaterThan(value ?? NaN)
    // The benchmark is the first headline; where it is truly a poor one, nobody may say it wins.
    const isPoor = (one.test.rates[0] ?? 0) < mean(one.test.rates)
    if (isPoor) expect(lift?.verdict).not.toBe('losing')
    else expect(lift?.verdict).not.toBe('winning')
  })

  it.each(each)('$id: the report counts exactly what was sent', async ({ index }) => {
    const { report, campaign } = await readReport(index)
    const views = seen[index] ?? []
    expect(report.totals.counts).toMatchObject(count(views))
    for (const arm of ['dynamic', 'holdout'] as const) {
      const row = report.arms.find((one) => one.arm === arm)
      expect(row?.counts).toMatchObject(count(views.filter((one) => one.arm === arm)))
    }
    for (const [headline, assetId] of campaign.headlineIds.entries()) {
      const shown = views.filter((one) => isDynamic(one) && one.headline === headline)
      const row = report.elements.find((element) => element.assetId === assetId)
      expect(row?.counts).toMatchObject(count(shown))
    }
    expect(report).toMatchObject({ invalidEvents: 0, sampleRatio: { isAlarm: false } })
  })

  it('evens out what the learner favoured: the intervals hold the true rates', async () => {
    const misses: string[] = []
    for (const { test, index } of each) {
      const { report, campaign } = await readReport(index)
      for (const [headline, assetId] of campaign.headlineIds.entries()) {
        const row = report.elements.find((element) => element.assetId === assetId)
        const { clickThroughRate: rate, effectiveImpressions = 0 } = row?.corrected ?? {}
        const truth = test.rates[headline] ?? NaN
        expect(effectiveImpressions).toBeGreaterThan(0)
        expect(effectiveImpressions).toBeLessThan((row?.counts.impressions ?? 0) * (1 + 1e-9))
        const { lower, upper } = rate?.interval ?? { lower: NaN, upper: NaN }
        if (!(lower <= truth && truth <= upper)) misses.push(`${test.id} ${headline}`)
      }
    }
    // Of fourteen 95 % intervals more than four miss once in 2,000 runs; four runs had 2, 1, 0, 0.
    expect(misses.length, misses.join()).toBeLessThanOrEqual(4)
  })

  it.each(each)('$id: every decision replays identically', async ({ index }) => {
    const { campaign } = await readReport(index)
    const { campaignId } = campaign
    const stored = await db.campaignSnapshot.findFirstOrThrow({ where: { campaignId } })
    const prepared = prepareSnapshot(snapshotSchema.parse(stored.document))
    const { rows } = await pool.query<{ record: unknown }>(
      'SELECT record FROM events.decision WHERE campaign_id = $1',
      [campaignId],
    )
    const policies = new Map<number, Policy | null>()
    for (const row of rows) {
      const record = decisionRecordSchema.parse(row.record)
      const { policyVersion: version } = record
      if (!policies.has(version)) {
        const settings = policySettingsOf(prepared.snapshot)
        policies.set(version, await findPolicy(db, campaignId, version, settings))
      }
      const policy = policies.get(version)
      if (!policy) throw new Error(`There is no policy ${version}.`)
      const replay = replayDecision(prepared, record, policy)
      if (replay.kind !== 'identical') expect(replay).toEqual({ kind: 'identical' })
    }
    expect(rows).toHaveLength(seen[index]?.length ?? 0)
    expect(policies.size).toBeGreaterThan(BATCHES / 2)
  })

  it('is explained and replayed over HTTP too', async () => {
    const query = { campaignId: campaigns[0]?.campaignId ?? '', limit: '20' }
    const as = world.owner
    const listed = await expectDone(studio, 'GET /api/v1/decisions', { as, query })
    const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(listed)
    for (const { id: decisionId } of items) {
      const operation = 'GET /api/v1/decisions/{decisionId}'
      const view = await expectDone(studio, operation, { as, params: { decisionId } })
      expect(decisionViewSchema.parse(view).replay).toEqual({ kind: 'identical' })
    }
    expect(items).toHaveLength(20)
  })

  async function readReport(index: number) {
    const campaign = campaigns[index]
    if (!campaign) throw new Error('no such campaign')
    const { campaignId } = campaign
    const operation = 'GET /api/v1/campaigns/{campaignId}/report'
    const answer = await expectDone(studio, operation, {
      as: world.owner,
      params: { campaignId },
    })
    return { campaign, report: reportSchema.parse(answer) }
  }
})
