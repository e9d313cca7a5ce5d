import { setTimeout as sleep } from 'node:timers/promises'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { ProgramError } from '@/scripts/process/program'
import { AdClient } from './ad-client'
import { rankSlots, type SlotRanking } from './rank-slots'
import { StudioApi, type StudioReport } from './studio-api'
import { summariseTraffic, type TrafficSummary } from './summarise-traffic'
import { Tally } from './tally'
import { createTruth, type Strength } from './truth'
import { visit } from './visit'
import { createVisitors } from './visitors'

/**
 * Of the truth. Picked for its story, in rain people want the rain jacket, and not for its figures:
 * of 300 other seeds, 80 % leave more to be gained over chance and 65 % more over the benchmark.
 */
export const DEFAULT_TRUTH_SEED = 27_440
const DEFAULT_WEATHER = 'clear'
const TICK_MS = 10_000
const SETTLE_MS = 20_000
const SETTLE_EVERY_MS = 500

export interface TrafficOptions {
  /** Origin of the studio; on this machine. */
  readonly url: string
  readonly placementIds: readonly string[]
  /** Reads the report, the learner's beliefs and the weather feed. */
  readonly studio: { readonly apiKey: string; readonly campaignId: string }
  readonly visitors: number
  readonly perSecond: number
  /** Stops after this long, whatever is left. */
  readonly durationMs?: number | undefined
  /** Seed of the visitors and of what they do. */
  readonly seed?: number | undefined
  readonly truthSeed?: number | undefined
  readonly strength?: Strength | undefined
  readonly concurrency?: number | undefined
  /** Called every ten seconds with what was seen and learned so far. */
  readonly onProgress?: ((tally: Tally, rankings: readonly SlotRanking[]) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Acts as many browsers against the public routes: ads, events, clicks. What people like is known
 * to this program only; the summary tells how much of it the product found out.
 */
export async function runTraffic(options: TrafficOptions): Promise<TrafficSummary> {
  const { concurrency = 24, seed = 1, strength = 'strong' } = options
  const client = new AdClient(options.url, concurrency)
  const truth = createTruth(options.truthSeed ?? DEFAULT_TRUTH_SEED, strength)
  const { apiKey, campaignId } = options.studio
  const api = new StudioApi(client, apiKey)
  const tally = new Tally()
  try {
    const before = await api.findReport(campaignId)
    assertSimulated(before)
    let weather = (await api.findWeather()) ?? DEFAULT_WEATHER
    const nextVisitor = createVisitors(seed)
    const tick = async () => {
      weather = (await api.findWeather()) ?? weather
      options.onProgress?.(tally, rankSlots(tally, truth, await api.findBeliefs(campaignId)))
    }
    const ticker = setInterval(() => void tick(), TICK_MS)
    try {
      await pace(options, concurrency, async (index) => {
        const visitor = nextVisitor()
        const random = createRandom(deriveSeed(seed, index + 1))
        const placementId = options.placementIds[index % options.placementIds.length] ?? ''
        const orderId = `sim-${seed}-${Date.now().toString(36)}-${index}`
        const world = { truth, weather, random, orderId }
        tally.add(visitor, await visit(client, placementId, visitor, world).catch(() => null))
      })
    } finally {
      clearInterval(ticker)
    }
    const after = await settledReport(api, campaignId, before, tally)
    const beliefs = await api.findBeliefs(campaignId)
    return summariseTraffic(tally, truth, { beliefs, before, after })
  } finally {
    client.close()
  }
}

/** Visits that nobody made may be counted only where the studio says so beside every figure. */
function assertSimulated(report: StudioReport | null): void {
  if (!report) throw new ProgramError('The studio does not answer, or does not know this key.')
  if (report.isSimulated) return
  throw new ProgramError('This campaign is not a demonstration: simulated visits would look real.')
}

/** Starts visits evenly, so many a second, so many at a time at most, until told to stop. */
async function pace(
  options: TrafficOptions,
  concurrency: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  const startedAtMs = performance.now()
  const underWay = new Set<Promise<void>>()
  for (let index = 0; index < options.visitors; index++) {
    const elapsedMs = performance.now() - startedAtMs
    if (options.signal?.aborted || elapsedMs > (options.durationMs ?? Infinity)) break
    const waitMs = (index / options.perSecond) * 1_000 - elapsedMs
    if (waitMs > 1) await sleep(waitMs)
    if (underWay.size >= concurrency) await Promise.race(underWay)
    const running: Promise<void> = work(index).finally(() => underWay.delete(running))
    underWay.add(running)
  }
  await Promise.all(underWay)
}

/** The report once it holds all that was acknowledged, or as it is after a while. */
async function settledReport(
  api: StudioApi,
  campaignId: string,
  before: StudioReport | null,
  tally: Tally,
): Promise<StudioReport | null> {
  const wanted = (before?.totals.counts.impressions ?? 0) + tally.total.impressions
  const deadline = Date.now() + SETTLE_MS
  for (;;) {
    const report = await api.findReport(campaignId)
    if (report && report.totals.counts.impressions >= wanted) return report
    if (Date.now() > deadline) return report
    await sleep(SETTLE_EVERY_MS)
  }
}
