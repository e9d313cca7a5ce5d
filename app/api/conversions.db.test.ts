import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Report, reportSchema } from '@/lib/reporting/report'
import { asKey, type Caller, openStudio } from '@/scripts/testing/http-studio'
import {
  BROWSER,
  buildWorld,
  expectDone,
  OBJECTIVES,
  type World,
} from '@/scripts/testing/http-world'
import { type PublishedHeadlines, publishHeadlines } from '@/scripts/testing/publish-headlines'

const studio = await openStudio()
const { openDecision, sealDecision } = await import('@/lib/events/server/decision-token')
const { rollUpEverything } = await import('@/lib/events/server/testing/roll-up-everything')
afterAll(() => studio.close())

const DAY_MS = 86_400_000
let world: World
let stranger: World
let shop: Caller
let campaign: PublishedHeadlines

async function createKey(scopes: string[], as = world.owner) {
  const body = { name: scopes.join(), scopes }
  const made = await expectDone(studio, 'POST /api/v1/api-keys', { as, body })
  return z.object({ id: z.string(), key: z.string() }).parse(made)
}

beforeAll(async () => {
  world = await buildWorld(studio, 'shop')
  stranger = await buildWorld(studio, 'stranger')
  shop = asKey((await createKey(['event.write'])).key)
})
async function startCampaign(): Promise<void> {
  const name = `Sale ${crypto.randomUUID()}`
  campaign = await publishHeadlines(studio, world.owner, { name, headlines: ['A', 'B'] })
}
beforeEach(startCampaign)

const servedSchema = z.object({
  decisionId: z.string(),
  token: z.string(),
  urls: z.object({ impression: z.url(), click: z.url() }),
})
const headers = { 'user-agent': BROWSER }
const follow = (address: string, method = 'GET') => {
  const { pathname, search } = new URL(address)
  return studio.fetchAd(`${pathname}${search}`, { method, headers })
}

/** A visitor who saw the ad and clicked it: what the landing page and the shop know of it. */
async function clickAd(query = '') {
  const answer = await studio.fetchAd(`/api/serve/${campaign.placementId}?format=json${query}`, {
    headers,
  })
  const { decisionId, token, urls } = servedSchema.parse(await answer.json())
  expect((await follow(urls.impression, 'POST')).status).toBe(204)
  const landing = new URL((await follow(urls.click)).headers.get('location') ?? '')
  return { decisionId, token, clickId: landing.searchParams.get('itx') }
}

/** As a shop's server reports an order. */
async function convert(body: unknown, as: Caller = shop): Promise<Record<string, unknown>> {
  const response = await studio.fetchAd('/api/events/conversion', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...as },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { ...z.looseObject({}).parse(await response.json()), status: response.status }
}
const counted = { status: 200, outcome: 'counted' }
const duplicate = { status: 200, outcome: 'duplicate' }

async function readReport(): Promise<Report> {
  await rollUpEverything(studio.pool)
  const { campaignId } = campaign
  const operation = 'GET /api/v1/campaigns/{campaignId}/report'
  return reportSchema.parse(
    await expectDone(studio, operation, { as: world.owner, params: { campaignId } }),
  )
}
async function countConversions() {
  const { conversions, valueMicros } = (await readReport()).totals.counts
  return { conversions, valueMicros }
}

describe('a conversion from a shop’s server', () => {
  it('is counted with its value by the click’s token, exact to the micro', async () => {
    const { clickId } = await clickAd()
    const order = { token: clickId, orderId: 'o-1', value: '19.999999', currency: 'eur' }
    expect(await convert(order)).toEqual(counted)
    expect(await convert({ token: clickId, orderId: 'o-2', value: 0.1 })).toEqual(counted)
    expect(await convert({ token: clickId, orderId: 'o-3', value: '0.2' })).toEqual(counted)
    const { totals } = await readReport()
    expect(totals.counts).toMatchObject({ clicks: 1, conversions: 3, valueMicros: 20_299_999 })
    const spendMicros = OBJECTIVES.cpmMicros / 1_000
    expect(totals.metrics.costPerConversionMicros.value).toBe(spendMicros / 3)
    expect(totals.metrics.returnOnAdSpend.value).toBe(20_299_999 / spendMicros)
  })

  it('is counted by the id of the decision alone', async () => {
    const { decisionId } = await clickAd()
    expect(await convert({ decisionId, orderId: 'o-1', value: 5 })).toEqual(counted)
    expect(await countConversions()).toEqual({ conversions: 1, valueMicros: 5_000_000 })
  })

  it('is worth what the objectives say where it brings no value', async () => {
    const { decisionId } = await clickAd()
    expect(await convert({ decisionId })).toEqual(counted)
    const valueMicros = OBJECTIVES.conversionValueMicros
    expect(await countConversions()).toEqual({ conversions: 1, valueMicros })
  })

  it('is counted once for an order, whoever sends it again and for whichever click', async () => {
    const [first, second] = [await clickAd(), await clickAd()]
    const order = { orderId: 'o-1', value: 10 }
    expect(await convert({ decisionId: first.decisionId, ...order })).toEqual(counted)
    expect(await convert({ token: first.token, ...order })).toEqual(duplicate)
    expect(await convert({ token: second.token, ...order, value: 99 })).toEqual(duplicate)
    const query = new URLSearchParams({ t: second.clickId ?? '', order: 'o-1', value: '10' })
    const pixel = await studio.fetchAd(`/api/events/conversion?${query}`, { headers })
    expect(pixel.headers.get('x-intarsia-outcome')).toBe('duplicate')
    expect(await countConversions()).toEqual({ conversions: 1, valueMicros: 10_000_000 })
  })

  it('is counted once when twenty of the same order come at once', async () => {
    const { token } = await clickAd()
    const order = { token, orderId: 'o-1', value: 10 }
    const answers = await Promise.all(Array.from({ length: 20 }, () => convert(order)))
    expect(answers.filter(({ outcome }) => outcome === 'counted')).toHaveLength(1)
    expect(answers.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(19)
    expect(await countConversions()).toEqual({ conversions: 1, valueMicros: 10_000_000 })
  })

  it('is counted once for an event id, and without any id once for a decision', async () => {
    const [first, second] = [await clickAd(), await clickAd()]
    for (const outcome of [counted, duplicate]) {
      expect(await convert({ token: first.token, eventId: 'e-1', value: 1 })).toEqual(outcome)
      expect(await convert({ token: second.token, value: 1 })).toEqual(outcome)
    }
    expect(await countConversions()).toEqual({ conversions: 2, valueMicros: 2_000_000 })
  })

  it('may have the same order id in another campaign', async () => {
    const first = await clickAd()
    await startCampaign()
    const second = await clickAd()
    expect(await convert({ token: first.token, orderId: 'o-1' })).toEqual(counted)
    expect(await convert({ token: second.token, orderId: 'o-1' })).toEqual(counted)
  })

  it('is not linked to a viewer who did not agree to measurement', async () => {
    const { token, decisionId, clickId } = await clickAd('&gdpr=1')
    expect(clickId).toBeNull()
    for (const body of [{ token }, { decisionId }]) {
      expect(await convert(body)).toEqual({ status: 200, outcome: 'not_consented' })
    }
    expect(await countConversions()).toEqual({ conversions: 0, valueMicros: 0 })
  })

  it('is refused once the conversion window is over, and not a day before', async () => {
    const { token } = await clickAd()
    const opened = openDecision(token, Date.now(), Infinity)
    if (opened.kind !== 'ok') throw new Error(opened.kind)
    const ofAge = (days: number) => {
      const decidedAtMs = Date.now() - days * DAY_MS
      return sealDecision({ ...opened.record, id: uuidv7({ msecs: decidedAtMs }), decidedAtMs })
    }
    expect(await convert({ token: ofAge(31) })).toMatchObject({ status: 410, code: 'gone' })
    expect(await convert({ token: ofAge(29) })).toEqual(counted)
  })
})

describe('who may report a conversion', () => {
  it('is a key with event.write, as long as it is not revoked', async () => {
    const { token } = await clickAd()
    const reader = asKey((await createKey(['read', 'campaign.edit'])).key)
    expect(await convert({ token }, reader)).toMatchObject({ status: 403, code: 'forbidden' })
    for (const wrong of [asKey('int_none_none'), asKey(''), { authorization: 'Basic eDp5' }]) {
      expect(await convert({ token }, wrong)).toMatchObject({ status: 401 })
    }
    const { id: apiKeyId, key } = await createKey(['event.write'])
    const params = { apiKeyId }
    await expectDone(studio, 'DELETE /api/v1/api-keys/{apiKeyId}', { as: world.owner, params })
    expect(await convert({ token }, asKey(key))).toMatchObject({ status: 401 })
    expect(await countConversions()).toEqual({ conversions: 0, valueMicros: 0 })
  })

  it('finds another workspace’s decision as little as one that does not exist', async () => {
    const { token, decisionId } = await clickAd()
    const answers = await Promise.all([
      convert({ token }, stranger.machine),
      convert({ decisionId }, stranger.machine),
      convert({ decisionId: uuidv7() }, stranger.machine),
    ])
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, detail: answers[2]?.['detail'] })
    }
    expect(await countConversions()).toEqual({ conversions: 0, valueMicros: 0 })
  })

  it('sends it by POST', async () => {
    const response = await studio.fetchAd('/api/events/conversion?t=x', { headers: shop })
    expect(response.status).toBe(405)
  })
})

describe('a conversion that is not valid', () => {
  it.each<[string, string | object, number]>([
    ['broken JSON', '{"token":', 400],
    ['no object', 'null', 400],
    ['neither token nor decision', { token: undefined, orderId: 'o-1' }, 400],
    ['a token that is none', { token: 'x' }, 400],
    ['an id that is none', { token: undefined, decisionId: '1' }, 400],
    ['a negative value', { value: -1 }, 400],
    ['an exponent in a text', { value: '1e3' }, 400],
    ['a comma', { value: '1,50' }, 400],
    ['a macro nobody expanded', { value: '${AUCTION_PRICE}' }, 400],
    ['more than a billion', { value: 1_000_000_001 }, 400],
    ['an empty order id', { orderId: ' ' }, 400],
    ['an order id of 201 characters', { orderId: 'x'.repeat(201) }, 400],
    ['a currency that is none', { currency: 'EURO' }, 400],
    ['another currency', { currency: 'USD', value: 1 }, 422],
    ['far too much', { orderId: 'x'.repeat(40_000) }, 413],
  ])('is refused: %s', async (_name, given, status) => {
    const { token } = await clickAd()
    const body = typeof given === 'string' ? given : { token, ...given }
    expect(await convert(body)).toMatchObject({ status })
    expect(await countConversions()).toEqual({ conversions: 0, valueMicros: 0 })
  })
})

describe('the pixel on the shop’s pages', () => {
  const report = async (
    kind: string,
    query: Record<string, string>,
    method = 'GET',
    ua = BROWSER,
  ) => {
    const response = await studio.fetchAd(`/api/events/${kind}?${new URLSearchParams(query)}`, {
      method,
      headers: { 'user-agent': ua },
    })
    return { response, outcome: response.headers.get('x-intarsia-outcome') }
  }

  it('counts a conversion once, answers a picture or nothing, and to any page', async () => {
    const t = (await clickAd()).clickId ?? ''
    const order = { t, order: 'o-1', value: '12.34', currency: 'EUR' }
    const { response, outcome } = await report('conversion', order)
    expect([response.status, outcome]).toEqual([200, 'counted'])
    expect(response.headers.get('content-type')).toBe('image/gif')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const again = await report('conversion', order, 'POST')
    expect([again.response.status, again.outcome]).toEqual([204, 'duplicate'])
    expect(await countConversions()).toEqual({ conversions: 1, valueMicros: 12_340_000 })
  })

  it('leaves a bot’s conversion out, which takes no order from the customer', async () => {
    const t = (await clickAd()).clickId ?? ''
    const bot = await report('conversion', { t, order: 'o-1' }, 'GET', 'Googlebot/2.1')
    expect(bot.outcome).toBe('invalid bot')
    expect((await report('conversion', { t, order: 'o-1', value: '3' })).outcome).toBe('counted')
    expect(await countConversions()).toEqual({ conversions: 1, valueMicros: 3_000_000 })
    expect((await readReport()).invalidEvents).toBe(1)
  })

  it('tells time on site, pages and bounces', async () => {
    const visits = [
      // A bounce, one who reads three pages, and one who reads two.
      [4_000],
      [10_000, 20_000, 5_500],
      [1_000, 2_000],
    ]
    for (const pages of visits) {
      const t = (await clickAd()).clickId ?? ''
      for (const [index, ms] of pages.entries()) {
        const engagement = { t, page: String(index + 1), ms: String(ms) }
        expect((await report('engagement', engagement, 'POST')).outcome).toBe('counted')
        expect((await report('engagement', { ...engagement, ms: '9' })).outcome).toBe('duplicate')
      }
    }
    const { counts, metrics } = (await readReport()).totals
    expect(counts).toMatchObject({ visits: 3, secondPages: 2, pages: 6, engagedMs: 42_500 })
    expect(metrics.engagedMsPerVisit.value).toBe(42_500 / 3)
    expect(metrics.pagesPerVisit.value).toBe(2)
    expect(metrics.bounceRate.value).toBe(1 / 3)
  })

  it.each([{ page: '0', ms: '1' }, { page: '1', ms: '-1' }, { page: '1' }, { page: 'x', ms: 'y' }])(
    'refuses the engagement %j',
    async (query) => {
      const t = (await clickAd()).clickId ?? ''
      const { response } = await report('engagement', { t, ...query } as Record<string, string>)
      expect(response.status).toBe(400)
      expect((await readReport()).totals.counts).toMatchObject({ visits: 0, engagedMs: 0 })
    },
  )
})
