import { setTimeout as sleep } from 'node:timers/promises'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { AdClient } from './ad-client'
import { StudioApi, type StudioReport } from './studio-api'
import { summariseTraffic, type TrafficSummary } from './summarise-traffic'
import { Tally } from './tally'
import { createTruth, type Strength } from './truth'
import { visit } from './visit'
import { createVisitors } from './visitors'

/** Of the truth; its effects make a story: in rain people want the rain jacket. */
export const DEFAULT_TRUTH_SEED = 27_440
const DEFAULT_WEATHER = 'clear'
const TICK_MS = 10_000
const SETTLE_MS = 20_000
const SETTLE_EVERY_MS = 500

export interface TrafficOptions {
  /** Origin of the studio; on this machine. */
  readonly url: string
  readonly placementIds: readonly string[]
  /** Reads the report and the weather feed; without it only what is seen from outside is told. */
  readonly studio?: { readonly apiKey: string; readonly campaignId: string } | undefined
  readonly visitors: number
  readonly perSecond: number
  /** Stops after this long, whatever is left. */
  readonly durationMs?: number | undefined
  /** Seed of the visitors and of what they do. */
  readonly seed?: number | undefined
  readonly truthSeed?: number | undefined
  readonly strength?: Strength | undefined
  readonly concurrency?: number | undefined
  /** Called every ten seconds with what was seen so far. */
  readonly onProgress?: ((tally: Tally) => void) | undefined
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
  const api = options.studio ? new StudioApi(client, options.studio.apiKey) : null
  const campaignId = options.studio?.campaignId ?? ''
  const tally = new Tally()
  try {
    const before = (await api?.findReport(campaignId)) ?? null
    let weather = (await api?.findWeather()) ?? DEFAULT_WEATHER
    const nextVisitor = createVisitors(seed)
    const ticker = setInterval(() => {
      options.onProgress?.(tally)
      void api?.findWeather().then((current) => (weather = current ?? weather))
    }, TICK_MS)
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
    const after = api ? await settledReport(api, campaignId, before, tally) : null
    return summariseTraffic(tally, truth, { before, after })
  } finally {
    client.close()
  }
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
