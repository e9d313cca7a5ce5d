import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { BROWSER } from '@/scripts/testing/http-world'

const adSchema = z.object({
  decisionId: z.string(),
  landingUrl: z.string(),
  arm: z.string(),
  assets: z.record(z.string(), z.looseObject({ id: z.string() })),
  reasons: z.array(z.string()),
  html: z.string().includes('<body'),
  urls: z.object({ impression: z.url(), viewable: z.url(), click: z.url() }),
})
export type ServedAd = z.infer<typeof adSchema>

export interface Traffic {
  /** Ads that were served so far. */
  served(): number
  /** Answers to an event that told to send it again later. */
  refused(): number
  /** Requests that no process answered: it was dead. */
  unreachable(): number
  /** What must never happen, in words. */
  readonly faults: readonly string[]
  /** Resolves after this many more ads. */
  serveMore(count: number): Promise<void>
  /** Stops, and sends what was not acknowledged again until it is. Answers `<decision> <kind>` of all. */
  finish(): Promise<ReadonlySet<string>>
}

const BROWSERS = 4
const PAUSE_MS = 15
const PATIENCE_MS = 60_000
const HEADERS = { 'user-agent': BROWSER, connection: 'close' }

export async function fetchAd(origin: string, placementId: string): Promise<ServedAd> {
  const response = await fetch(`${origin}/api/serve/${placementId}?format=json&html=1`, {
    headers: HEADERS,
  })
  if (response.status !== 200) throw new Error(`an ad answered ${response.status}`)
  return adSchema.parse(await response.json())
}

/** Browsers that see ads of several processes in turn and report what they saw, as our tag does. */
export function startTraffic(origins: readonly string[], placementId: string): Traffic {
  const faults: string[] = []
  const acknowledged = new Set<string>()
  const owed = new Map<string, string>()
  let isStopping = false
  let [served, refused, unreachable, turn] = [0, 0, 0, 0]
  const nextOrigin = () => origins[turn++ % origins.length] ?? ''

  /** Undefined when nobody answers. */
  async function reach(address: string, init: RequestInit): Promise<Response | undefined> {
    try {
      return await fetch(address, { ...init, headers: HEADERS, redirect: 'manual' })
    } catch {
      unreachable += 1
      return undefined
    }
  }

  async function report(name: string, address: string): Promise<void> {
    owed.set(name, address)
    const { pathname, search } = new URL(address)
    const response = await reach(`${nextOrigin()}${pathname}${search}`, { method: 'POST' })
    if (response?.status === 204) {
      acknowledged.add(name)
      owed.delete(name)
    } else if (response?.status === 503) refused += 1
    else if (response) faults.push(`${name} answered ${response.status}`)
  }

  /** Shops are careful: they tell of an order twice. */
  async function buy({ decisionId, urls }: ServedAd): Promise<void> {
    const address = urls.impression.replace('/events/impression', '/events/conversion')
    const name = `${decisionId} conversion`
    await report(name, `${address}&value=12.50&order=${decisionId}`)
    await report(name, `${address}&value=12.50&order=${decisionId}`)
  }

  async function click({ urls, landingUrl }: ServedAd): Promise<void> {
    const { pathname, search } = new URL(urls.click)
    const response = await reach(`${nextOrigin()}${pathname}${search}`, {})
    const target = response?.headers.get('location')
    if (response && !target?.startsWith(landingUrl)) faults.push(`a click led to ${target}`)
  }

  async function view(): Promise<void> {
    const response = await reach(`${nextOrigin()}/api/serve/${placementId}?format=json&html=1`, {})
    if (!response) return
    const ad = response.status === 200 ? adSchema.safeParse(await response.json()) : undefined
    if (!ad?.success) {
      faults.push(`an ad answered ${response.status}: ${ad?.error.message ?? ''}`)
      return
    }
    served += 1
    const { decisionId, urls } = ad.data
    // Not waited for: while events wait for the database, ads are still seen.
    pending.add(report(`${decisionId} impression`, urls.impression))
    if (served % 3 === 0) pending.add(report(`${decisionId} viewable`, urls.viewable))
    if (served % 5 === 0) pending.add(buy(ad.data))
    if (served % 10 === 0) pending.add(click(ad.data))
  }

  const pending = new Set<Promise<void>>()
  const browsers = Array.from({ length: BROWSERS }, async () => {
    while (!isStopping) {
      await view()
      await sleep(PAUSE_MS)
    }
  })

  return {
    served: () => served,
    refused: () => refused,
    unreachable: () => unreachable,
    faults,
    async serveMore(count) {
      const goal = served + count
      const deadline = Date.now() + PATIENCE_MS
      while (served < goal) {
        if (Date.now() > deadline) throw new Error(`Only ${served} of ${goal} ads were served.`)
        await sleep(PAUSE_MS)
      }
    },
    async finish() {
      isStopping = true
      await Promise.all([...browsers, ...pending])
      const deadline = Date.now() + PATIENCE_MS
      while (owed.size > 0) {
        if (Date.now() > deadline) throw new Error(`${owed.size} events are never acknowledged.`)
        for (const [name, address] of owed) await report(name, address)
      }
      return acknowledged
    },
  }
}
