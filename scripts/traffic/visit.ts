import { z } from 'zod'
import { armSchema } from '@/lib/decision/decision-record'
import type { Random } from '@/lib/math/random'
import type { AdClient, HttpAnswer } from './ad-client'
import type { Circumstances, Shown, Truth } from './truth'
import type { Visitor } from './visitors'

const adSchema = z.object({
  arm: armSchema,
  widthPx: z.number(),
  heightPx: z.number(),
  assets: z.record(
    z.string(),
    z.object({
      id: z.string(),
      kind: z.string(),
      text: z.string().nullable(),
      altText: z.string(),
    }),
  ),
  urls: z.object({ impression: z.string(), viewable: z.string(), click: z.string() }).nullable(),
})

/** What became of a visit, as the simulator saw it. */
export interface VisitResult {
  readonly arm: z.infer<typeof armSchema>
  readonly shown: Shown
  readonly assetIds: Readonly<Record<string, string>>
  readonly circumstances: Circumstances
  readonly trueChance: number
  /** Events the server said it counts. */
  readonly counted: {
    readonly impressions: number
    readonly viewables: number
    readonly clicks: number
    readonly conversions: number
  }
  readonly failures: number
}

const VIEWABLE_SHARE = 0.72
const SECOND_PAGE_SHARE = 0.55
const CONVERSION_SHARE = 0.06
const RETRY_SHARE = 0.03
const BOT_CLICK_SHARE = 0.3
const CLICK_ID = 'itx'

/** One page view with one ad, start to end, by the public routes. Null when there was no ad. */
export async function visit(
  client: AdClient,
  placementId: string,
  visitor: Visitor,
  world: { truth: Truth; weather: string; random: Random; orderId: string },
): Promise<VisitResult | null> {
  const headers = headersOf(visitor)
  const answer = await client.send('GET', serveAddress(placementId, visitor), headers)
  const parsed = answer.status === 200 ? adSchema.safeParse(JSON.parse(answer.body)) : null
  if (!parsed?.success || !parsed.data.urls) return null
  const { arm, assets, urls, widthPx, heightPx } = parsed.data
  const shown: Shown = Object.fromEntries(
    Object.entries(assets).map(([slot, { kind, text, altText }]) => [
      slot,
      { kind, label: text ?? altText },
    ]),
  )
  const assetIds = Object.fromEntries(Object.entries(assets).map(([slot, { id }]) => [slot, id]))
  const circumstances = { taste: visitor.taste, device: visitor.device, weather: world.weather }
  const trueChance = world.truth.clickChance(shown, circumstances)
  const reporter = createReporter(client, visitor, world.random)
  const counted = { impressions: 0, viewables: 0, clicks: 0, conversions: 0 }
  const size = visitor.kind === 'hidden' ? '&w=1&h=1' : `&w=${widthPx}&h=${heightPx}`

  if (await reporter.report(`${urls.impression}${size}`)) counted.impressions = 1
  const isPerson = visitor.kind === 'person'
  if (isPerson && world.random.next() < VIEWABLE_SHARE) {
    if (await reporter.report(`${urls.viewable}${size}`)) counted.viewables = 1
  }
  const clickChance = isPerson ? trueChance : visitor.kind === 'bot' ? BOT_CLICK_SHARE : 0
  if (world.random.next() < clickChance) {
    const landing = await reporter.click(urls.click)
    if (landing !== null && isPerson) {
      counted.clicks = 1
      counted.viewables = 1
      if (await stayOnSite(reporter, landing, world)) counted.conversions = 1
    }
  }
  const { failures } = reporter
  return { arm, shown, assetIds, circumstances, trueChance, counted, failures }
}

function headersOf(visitor: Visitor): Record<string, string> {
  return {
    'user-agent': visitor.userAgent,
    'accept-language': visitor.language,
    ...(visitor.hasGlobalPrivacyControl ? { 'sec-gpc': '1' } : {}),
    ...(visitor.kind === 'prefetch' ? { 'sec-purpose': 'prefetch;prerender' } : {}),
  }
}

function serveAddress(placementId: string, visitor: Visitor): string {
  const query = new URLSearchParams({ format: 'json' })
  if (visitor.consent !== null) query.set('consent', visitor.consent)
  if (visitor.customerId !== null) query.set('uid', visitor.customerId)
  if (visitor.pageCategory !== null) query.set('category', visitor.pageCategory)
  return `/api/serve/${encodeURIComponent(placementId)}?${query}`
}

function createReporter(client: AdClient, visitor: Visitor, random: Random) {
  const headers = headersOf(visitor)
  const reporter = {
    failures: 0,
    /** Whether the event was new and is counted. Some are sent again, as browsers do. */
    async report(address: string): Promise<boolean> {
      const method = random.next() < 0.7 ? 'POST' : 'GET'
      const first = await attempt(() => client.send(method, address, headers))
      if (random.next() < RETRY_SHARE) await attempt(() => client.send('GET', address, headers))
      if (!first || first.status >= 500) reporter.failures += 1
      return first?.outcome === 'counted'
    },
    /** Where the click leads; the address is read and never opened. */
    async click(address: string): Promise<URL | null> {
      const answer = await attempt(() => client.send('GET', address, headers))
      if (random.next() < RETRY_SHARE) await attempt(() => client.send('GET', address, headers))
      if (!answer || answer.status !== 302 || answer.location === null) {
        reporter.failures += 1
        return null
      }
      return new URL(answer.location, client.origin)
    },
  }
  return reporter
}

/** What pixel.js would report of the visit, where the click carried an id; true when it converted. */
async function stayOnSite(
  reporter: ReturnType<typeof createReporter>,
  landing: URL,
  { random, orderId }: { random: Random; orderId: string },
): Promise<boolean> {
  const token = landing.searchParams.get(CLICK_ID)
  const readsOn = random.next() < SECOND_PAGE_SHARE
  const buys = random.next() < CONVERSION_SHARE
  if (token === null) return false
  const page = (number: number, ms: number) =>
    reporter.report(`/api/events/engagement?t=${token}&page=${number}&ms=${Math.round(ms)}`)
  await page(1, readsOn ? 9_000 + random.next() * 40_000 : 800 + random.next() * 5_000)
  if (!readsOn) return false
  await page(2, 6_000 + random.next() * 90_000)
  if (!buys) return false
  const value = (59 + random.next() * 180).toFixed(2)
  return reporter.report(
    `/api/events/conversion?t=${token}&order=${orderId}&value=${value}&currency=EUR`,
  )
}

async function attempt(send: () => Promise<HttpAnswer>): Promise<HttpAnswer | null> {
  try {
    return await send()
  } catch {
    return null
  }
}
