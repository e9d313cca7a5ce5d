import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INNER_ADDRESSES, NAUGHTY, POLLUTIONS, REDIRECTS, SCRIPTS } from '@/scripts/testing/attacks'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { buildSnapshot, compare } from '@/lib/decision/testing/build-snapshot'
import { openDecision } from '@/lib/events/server/decision-token'
import { createConsentEvaluator } from '@/lib/serve/evaluate-consent'
import { EMPTY_FEED_INDEX } from '@/lib/serve/feed-fields'
import { LiveCampaign, type LivePlacement } from './live-campaign'
import { createServeRoute, type ServeRouteSetup } from './serve-route'
import type { Visitor } from './visitor-memory'
import { hashVisitorId } from './visitor-reference'

const nowMs = 1_800_000_000_000
const baseUrl = 'https://ads.example'
const placement: LivePlacement = {
  id: 'placement',
  workspaceId: 'workspace',
  size: '300x250',
  pageCategory: null,
  campaignId: 'campaign',
}
const gold = { id: 'gold', name: 'Gold', condition: compare('profile.tier', 'equals', 'gold') }
const campaign = new LiveCampaign(buildSnapshot({ segments: [gold] }))
const goldVisitor: Visitor = {
  kind: 'known',
  profile: { hasConsent: true, attributes: { tier: 'gold' } },
}

function createRoute(overrides: Partial<ServeRouteSetup> = {}) {
  const setup: ServeRouteSetup = {
    baseUrl,
    countryHeader: 'x-country',
    regionHeader: null,
    evaluateConsent: createConsentEvaluator(null),
    feedsOf: () => EMPTY_FEED_INDEX,
    findVisitor: () => goldVisitor,
    memory: {
      isLoaded: true,
      started: Promise.resolve(),
      findPlacement: (id) => (id === placement.id ? placement : undefined),
      findCampaign: () => campaign,
    },
    now: () => nowMs,
    ...overrides,
  }
  return createServeRoute(() => setup)
}

const ask = (query: Record<string, string>, init: RequestInit = {}, route = createRoute()) =>
  route.fetch(
    new Request(`${baseUrl}/api/serve/placement?${new URLSearchParams(query)}`, {
      headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
      ...init,
    }),
  )

async function askRecord(query: Record<string, string>, init?: RequestInit, route = createRoute()) {
  const { token } = (await (await ask(query, init, route)).json()) as { token: string }
  const opened = openDecision(token, nowMs, 1)
  if (opened.kind !== 'ok') throw new Error(opened.kind)
  return opened.record
}

describe('serve route', () => {
  it('answers data, the tag and a document, all with a token of the decision', async () => {
    const json = (await (await ask({ html: '1' })).json()) as Record<string, unknown>
    expect(json).toMatchObject({ arm: 'dynamic', size: '300x250', widthPx: 300, heightPx: 250 })
    expect(Object.keys(json['assets'] as object)).toEqual(['headline', 'image'])
    expect(json['html']).toContain('Why this ad?')
    const tag = (await (await ask({ format: 'tag' })).json()) as { html: string; token: string }
    expect(tag.html).toContain(`/api/click?t=${tag.token}`)
    const page = await ask({ format: 'html' })
    expect(page.headers.get('content-security-policy')).toMatch(/sandbox.*allow-popups/)
    expect(await page.text()).toContain('data-impression=')
  })

  it('uses a profile only with consent, and never after an opt-out', async () => {
    const cookie = 'intarsia_opt_out=1'
    const uid = 'someone@example.org'
    expect((await askRecord({ uid, consent: '1' })).segmentIds).toEqual(['gold'])
    const refusals: [Record<string, string>, RequestInit][] = [
      [{ uid }, {}],
      [{ uid, consent: '0' }, {}],
      [{ uid, consent: '1', gpc: '1' }, {}],
      [{ uid, consent: '1' }, { headers: { cookie } }],
      [{ uid, consent: '1', gdpr: '1' }, {}],
      [{ uid, consent: '1', us_privacy: '1YYN' }, {}],
    ]
    for (const [query, init] of refusals) {
      const record = await askRecord(query, init)
      expect(record.segmentIds).toEqual([])
      expect(record.purposes).not.toContain('profiles')
    }
  })

  it.each(['optedOut', 'unknown'] as const)('takes a visitor who is %s out', async (kind) => {
    const route = createRoute({ findVisitor: () => Promise.resolve({ kind }) })
    const record = await askRecord({ uid: 'a', consent: '1' }, {}, route)
    expect([record.segmentIds, record.purposes]).toEqual([[], ['basicAds', 'measurement']])
  })

  it('looks nobody up without consent', async () => {
    const route = createRoute({
      findVisitor: () => {
        throw new Error('asked')
      },
    })
    expect((await ask({ uid: 'a' }, {}, route)).status).toBe(200)
  })

  it('keeps the visitor out of the answer', async () => {
    const uid = 'someone@example.org'
    const text = await (await ask({ uid, consent: '1' })).text()
    expect(text).not.toContain(uid)
    expect(text).not.toContain(hashVisitorId(uid))
  })

  const broken = () => {
    throw new Error('broken')
  }

  it('shows the benchmark when the context can not be read', async () => {
    const record = await askRecord({}, {}, createRoute({ feedsOf: broken }))
    expect(record).toMatchObject({ arm: 'fallback', assets: { headline: 'h1', image: 'i1' } })
  })

  it('never fails the slot', async () => {
    const route = createRoute({ evaluateConsent: broken })
    const fallback = await ask({}, {}, route)
    expect(fallback.status).toBe(200)
    expect(await fallback.json()).toMatchObject({ arm: 'fallback', token: null })
    expect((await ask({ format: 'html' }, {}, route)).status).toBe(200)
  })

  it('says what it has nothing for', async () => {
    const memory = (over: Partial<ServeRouteSetup['memory']>) => ({
      isLoaded: true,
      started: Promise.resolve(),
      findPlacement: () => undefined,
      findCampaign: () => undefined,
      ...over,
    })
    const unknown = createRoute({ memory: memory({}) })
    expect((await ask({}, {}, unknown)).status).toBe(404)
    const page = await ask({ format: 'html' }, {}, unknown)
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ])
    const idle = createRoute({ memory: memory({ findPlacement: () => placement }) })
    const none = await ask({}, {}, idle)
    expect([none.status, none.headers.get('x-intarsia-reason')]).toEqual([204, 'no-live-campaign'])
    const starting = createRoute({ memory: memory({ isLoaded: false }) })
    expect((await ask({}, {}, starting)).headers.get('x-intarsia-reason')).toBe('starting')
  })

  it('reads a POST body like a query, and refuses one that is no JSON object', async () => {
    const post = (body: string) => ask({}, { method: 'POST', body })
    expect((await post('{"format":"tag","consent":true,"uid":7}')).status).toBe(200)
    expect((await post('')).status).toBe(200)
    for (const body of ['{', '[]', 'null', '"x"']) expect((await post(body)).status).toBe(400)
    expect((await post(`{"x":"${'y'.repeat(40_000)}"}`)).status).toBe(413)
  })
})

const PARAMETERS = [
  'gdpr',
  'gdpr_consent',
  'gpp',
  'gpp_sid',
  'us_privacy',
  'consent',
  'uid',
  'category',
  'locale',
  'click',
  'format',
  'html',
  '__proto__',
]

/** Whatever came in: an answer, and no link to elsewhere but the exchange's own click macro. */
async function expectHarmless(name: string, value: string): Promise<void> {
  const response = await ask({ consent: '1', [name]: value })
  expect(response.status).toBe(200)
  expect(response.headers.get('location')).toBeNull()
  if (response.headers.get('content-type') !== 'application/json') return
  const { urls } = (await response.json()) as { urls?: Record<string, string> }
  for (const [kind, url] of Object.entries(urls ?? {})) {
    if (kind === 'click' && name === 'click') expect(url).toMatch(/^https?:\/\/[^\s"'<>]+$/)
    else expect(new URL(url).origin).toBe(baseUrl)
  }
}

describe('hostile parameters', { timeout: 60_000 }, () => {
  it('any text in any parameter is harmless', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.webUrl(), fc.json())
    await fc.assert(fc.asyncProperty(fc.constantFrom(...PARAMETERS), text, expectHarmless), {
      numRuns: 200,
    })
  })
})

describeFixtures('attacks', 'attack', () => {
  const payloads = [...NAUGHTY, ...REDIRECTS, ...INNER_ADDRESSES, ...SCRIPTS, ...POLLUTIONS]

  it.each(['click', 'uid', 'category', 'locale', 'gpp', 'format'])(
    'in %s do nothing',
    async (name) => {
      expect(payloads.length).toBeGreaterThan(300)
      for (const payload of payloads) await expectHarmless(name, payload)
    },
    60_000,
  )

  it('in the click macro never leave the attribute they are in', async () => {
    for (const payload of payloads) {
      const html = await (await ask({ format: 'html', click: payload })).text()
      expect(html.match(/<script/g)).toHaveLength(1)
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//)
    }
  }, 60_000)
})
