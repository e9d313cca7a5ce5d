import { parse } from 'csv-parse/sync'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { reportTableSchema } from '@/lib/reporting/to-report-csv'
import { FORMULAS, INNER_ADDRESSES, REDIRECTS, SCRIPTS, SHARP } from '@/scripts/testing/attacks'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { openStudio } from '@/scripts/testing/http-studio'
import { BROWSER, buildWorld, GOLD, OBJECTIVES, type World } from '@/scripts/testing/http-world'
import { publishHeadlines } from '@/scripts/testing/publish-headlines'
import { watchConnections } from '@/scripts/testing/watch-connections'

const studio = await openStudio()
const { safeReturnPath } = await import('@/lib/auth/safe-return-path')
const { explainAd } = await import('@/lib/serve/server/explain-ad')
const { rollUpEvents } = await import('@/lib/events/server/roll-up-events')
const { AdFacts } = await import('@/app/why/ad-facts')
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'world')
})

const headers = { 'user-agent': BROWSER }
const servedSchema = z.object({
  html: z.string(),
  token: z.string(),
  decisionId: z.string(),
  urls: z.object({ impression: z.url(), click: z.string() }),
})
async function serve(placementId: string, query = '') {
  const response = await studio.fetchAd(`/api/serve/${placementId}?format=json&html=1${query}`, {
    headers,
  })
  return servedSchema.parse(await response.json())
}
const follow = (address: string, init: RequestInit = { headers }) => {
  const { pathname, search } = new URL(address)
  return studio.fetchAd(`${pathname}${search}`, { redirect: 'manual', ...init })
}

/** Publishes a campaign whose every text is one of `texts`; the placement it shows in. */
async function publish(headlines: readonly string[]): Promise<string> {
  const [name = ''] = headlines
  const condition = { kind: 'not', of: GOLD }
  const { placementId } = await publishHeadlines(studio, world.owner, {
    ...{ name, headlines, pageCategory: name.slice(0, 60) },
    rules: ([benchmark]) => {
      const effect = { kind: 'prefer', slot: 'headline', assetIds: [benchmark], weight: 2 }
      return [{ name, enabled: true, condition, effect }]
    },
    pilot: { explorationFloor: 0.5 },
  })
  return placementId
}

/** The names of all elements in order, and all quotes: text that became markup changes either. */
const skeleton = (html: string) => ({
  elements: html.match(/<[^\s>]*/g),
  quotes: html.split('"').length,
})

describeFixtures('stored scripts', 'attack/xss', () => {
  it('stay text in the ad and on the page that explains it', async () => {
    const calm = await serve(await publish(['Calm', 'Quiet']))
    const calmPage = renderToStaticMarkup(AdFacts({ explanation: await explain(calm.token) }))
    const short = SCRIPTS.filter((text) => text.trim().length > 0 && text.length <= 85)
    const payloads = short.filter((_, index) => index % 6 === 0)
    const placement = await publish(payloads)
    const shown = new Set<string>()
    for (let view = 0; view < 300; view++) {
      const { html, token } = await serve(placement)
      shown.add(html.replaceAll(token, ''))
      expect(skeleton(html)).toEqual(skeleton(calm.html))
      if (view > 0) continue
      const page = renderToStaticMarkup(AdFacts({ explanation: await explain(token) }))
      expect(page).toContain('&lt;')
      expect(page.match(/<\/?[a-z]+/g)).toEqual(calmPage.match(/<\/?[a-z]+/g))
    }
    expect(shown.size).toBeGreaterThan(payloads.length / 3)
  }, 60_000)

  it('and formulas in names do nothing in any table of an exported report', async () => {
    const names = [...FORMULAS, '+1', '-1', '\t=1', '@SUM(A1)'].map((text) => text.slice(0, 85))
    const placement = await publish(names)
    for (let view = 0; view < 40; view++) {
      const { urls } = await serve(placement)
      expect((await follow(urls.impression, { method: 'POST', headers })).status).toBe(204)
    }
    await rollUpEvents(studio.pool)
    const { campaignId } = await studio.db.placement.findUniqueOrThrow({ where: { id: placement } })
    const exportTable = 'GET /api/v1/campaigns/{campaignId}/report.csv'
    const call = { as: world.owner, params: { campaignId: campaignId ?? '' } }
    const defused: string[] = []
    for (const table of reportTableSchema.options) {
      const { text, status } = await studio.call(exportTable, { ...call, query: { table } })
      expect(status).toBe(200)
      const cells = (parse(text, { bom: true }) as string[][]).flat()
      expect(cells.filter((cell) => /^[=+@\t\r]|^-[^\d.]/.test(cell))).toEqual([])
      if (cells.some((cell) => /^'[=+@]/.test(cell))) defused.push(table)
    }
    // The others name nothing that a person wrote.
    expect(defused).toEqual(['elements', 'segments'])
  })
})

async function explain(token: string) {
  const explanation = await explainAd(token)
  if (!explanation) throw new Error('Our own token is not known.')
  return explanation
}

describe('a click', () => {
  it('goes to the sealed landing page, whatever else the request says', async () => {
    const { urls } = await serve(world.ids.placement)
    const extras = [
      '',
      '&url=https://evil.example',
      '&landingUrl=//evil.example',
      '&redirect=javascript:alert(1)',
    ]
    for (const extra of extras) {
      const response = await follow(`${urls.click}${extra}`)
      expect(response.status).toBe(302)
      const landing = new URL(response.headers.get('location') ?? '')
      expect(`${landing.origin}${landing.pathname}`).toBe(OBJECTIVES.landingUrl)
    }
  })

  it('with a token that is none, damaged or forged goes nowhere', async () => {
    const { token } = await serve(world.ids.placement)
    const middle = Math.floor(token.length / 2)
    const flipped = token[middle] === 'A' ? 'B' : 'A'
    const damaged = `${token.slice(0, middle)}${flipped}${token.slice(middle + 1)}`
    const tokens = [
      '',
      'x',
      damaged,
      token.slice(0, -2),
      `${token}AA`,
      ...SHARP,
      ...REDIRECTS.slice(0, 40),
    ]
    for (const wrong of tokens) {
      for (const route of ['/api/click', '/api/events/impression', '/api/events/viewable']) {
        const query = new URLSearchParams({ t: wrong.toWellFormed() }).toString()
        const { status, headers: answered } = await studio.fetchAd(`${route}?${query}`, { headers })
        expect({ route, wrong, status }).toEqual({ route, wrong, status: 400 })
        expect(answered.get('location')).toBeNull()
      }
    }
  })

  it('and an impression that are sent again are counted once', async () => {
    const { urls, decisionId } = await serve(world.ids.placement)
    const outcomes: (string | null)[] = []
    for (let time = 0; time < 3; time++) {
      const response = await follow(urls.impression, { method: 'POST', headers })
      outcomes.push(response.headers.get('x-intarsia-outcome'))
      await follow(urls.click)
    }
    expect(outcomes).toEqual(['counted', 'duplicate', 'duplicate'])
    const { rows } = await studio.pool.query<{ kind: string; count: number }>(
      `SELECT kind, count(*)::int AS count FROM events.event
       WHERE decision_id = $1 GROUP BY kind ORDER BY kind`,
      [decisionId],
    )
    expect(rows).toEqual([
      { kind: 'click', count: 1 },
      { kind: 'impression', count: 1 },
      // A click implies that the ad was in view.
      { kind: 'viewable', count: 1 },
    ])
  })
})

describeFixtures('hostile addresses', 'attack', () => {
  it('as landing page are http(s) or refused, and never fetched', async () => {
    const as = world.owner
    const params = { campaignId: world.ids.draftCampaign }
    const watch = watchConnections(studio.databaseUrl)
    const schemes = [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      'ftp://a.example',
    ]
    for (const landingUrl of [...schemes, ...INNER_ADDRESSES, ...REDIRECTS]) {
      const { editVersion } = await studio.db.campaign.findUniqueOrThrow({
        where: { id: world.ids.draftCampaign },
      })
      const body = { editVersion, name: 'Draft', objectives: { ...OBJECTIVES, landingUrl } }
      const operation = 'PUT /api/v1/campaigns/{campaignId}/objectives'
      const { status } = await studio.call(operation, { as, params, body })
      const isHttp = URL.canParse(landingUrl) && /^https?:$/.test(new URL(landingUrl).protocol)
      expect({ landingUrl, status }).toMatchObject({
        status: expect.toSatisfy((code: number) =>
          isHttp ? code === 200 || code === 400 : code === 400,
        ),
      })
    }
    watch.stop()
    expect(watch.listStrangers()).toEqual([])
  }, 60_000)

  it('in any parameter or header of an ad, an event or a click are never reached for', async () => {
    const watch = watchConnections(studio.databaseUrl)
    const { token } = await serve(world.ids.placement)
    const names = [
      'click',
      'uid',
      'category',
      'locale',
      'gdpr_consent',
      'gpp',
      'order',
      'id',
      'url',
    ]
    const routes = [
      `/api/serve/${world.ids.placement}?format=json`,
      `/api/events/impression?t=${token}`,
      `/api/events/conversion?t=${token}`,
      `/api/click?t=${token}`,
    ]
    for (const address of [...INNER_ADDRESSES, ...REDIRECTS]) {
      const query = new URLSearchParams(names.map((name) => [name, address.toWellFormed()]))
      const value = encodeURI(address.toWellFormed())
      const from = { referer: value, origin: value, 'x-forwarded-host': value, forwarded: value }
      for (const route of routes) {
        const init = { headers: { ...headers, ...from } }
        expect((await studio.fetchAd(`${route}&${query}`, init)).status).toBeLessThan(500)
      }
    }
    watch.stop()
    expect(watch.listStrangers()).toEqual([])
  }, 60_000)

  it('as click macro are left out or stay a prefix: the sealed address comes last', async () => {
    for (const macro of [
      ...INNER_ADDRESSES,
      ...REDIRECTS,
      ...SHARP,
      'javascript:alert(1)//',
      'data:text/html,',
    ]) {
      const query = new URLSearchParams({ click: macro.toWellFormed() }).toString()
      const { urls, html } = await serve(world.ids.placement, `&${query}`)
      expect(urls.click).toMatch(/^https?:\/\//)
      expect(decodeURIComponent(urls.click.slice(-4_000))).toContain('/api/click?t=')
      expect(html).not.toMatch(/(?:href|src)=["']?\s*(?:javascript|data|vbscript):/i)
    }
  }, 60_000)

  it('as the way back after signing in stay on this installation', () => {
    const home = 'https://studio.example'
    for (const wanted of [...REDIRECTS, ...INNER_ADDRESSES, ...SHARP]) {
      const back = safeReturnPath(wanted, home)
      expect(back.startsWith('/'), wanted).toBe(true)
      expect(new URL(back, home).origin, wanted).toBe(home)
    }
  })
})
