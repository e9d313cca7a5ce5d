import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { signBody } from '@/lib/http/signed-body'
import { reportSchema } from '@/lib/reporting/report'
import { describeFixtures, fixturePath, readFixture } from '@/scripts/testing/fixtures'
import { openStudio } from '@/scripts/testing/http-studio'
import { BROWSER, buildWorld, expectDone, type World } from '@/scripts/testing/http-world'
import { publishHeadlines } from '@/scripts/testing/publish-headlines'

/** Under the TCF, this installation is a vendor that many of the real strings name. */
const VENDOR_ID = 23
process.env['TCF_VENDOR_ID'] = String(VENDOR_ID)

const studio = await openStudio()
const { openDecision } = await import('@/lib/events/server/decision-token')
const { rollUpEverything } = await import('@/lib/events/server/testing/roll-up-everything')
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'signals')
})

const servedSchema = z.object({
  token: z.string(),
  assets: z.object({ headline: z.object({ id: z.string() }) }),
  urls: z.object({ impression: z.url() }),
})
async function serve(placementId: string, query: Record<string, string>, userAgent = BROWSER) {
  const search = new URLSearchParams({ format: 'json', ...query }).toString()
  const headers = { 'user-agent': userAgent }
  const response = await studio.fetchAd(`/api/serve/${placementId}?${search}`, { headers })
  expect(response.status).toBe(200)
  return servedSchema.parse(await response.json())
}

describeFixtures('real consent strings at the serve route', 'standards/consent', () => {
  const read = <T>(name: string) => readFixture<T[]>(`standards/consent/${name}.json`)
  const customer = { uid: 'customer-1' }

  /** Whether the ad knew the customer: our gold customer is in the gold segment. */
  async function isKnown(signals: Record<string, string>): Promise<boolean> {
    const { token } = await serve(world.ids.placement, { ...customer, ...signals })
    const opened = openDecision(token, Date.now(), Infinity)
    if (opened.kind !== 'ok') throw new Error(opened.kind)
    const { segmentIds, purposes, fields } = opened.record
    const known = segmentIds.includes(world.ids.segment)
    expect(known).toBe(purposes.includes('profiles') && purposes.includes('personalisedAds'))
    expect(JSON.stringify(fields)).not.toContain('profile.')
    return known
  }

  beforeAll(async () => {
    const raw = { contentType: 'text/csv', content: 'id,consent,tier\ncustomer-1,yes,gold\n' }
    const params = { sourceId: world.ids.csvSource }
    const operation = 'POST /api/v1/sources/{sourceId}/imports'
    await expectDone(studio, operation, { as: world.owner, params, raw })
    await vi.waitFor(async () => expect(await isKnown({ consent: '1' })).toBe(true), 20_000)
  })

  it('know the customer by those TCF strings that allow it, and by no others', async () => {
    interface Restriction {
      readonly purposeId: number
      /** 1: with consent only, which is what we ask for anyway. */
      readonly restrictionType: number
      readonly vendors: number[]
    }
    interface Decoded {
      readonly purposeConsents: number[]
      readonly vendorConsents: number[]
      readonly publisherRestrictions?: Restriction[]
    }
    const verdicts: boolean[] = []
    for (const { tcString, decoded } of read<{ tcString: string; decoded: Decoded }>(
      'tcf_valid.dev',
    )) {
      const { purposeConsents, vendorConsents, publisherRestrictions = [] } = decoded
      const allowed =
        vendorConsents.includes(VENDOR_ID) &&
        [3, 4].every((purpose) => purposeConsents.includes(purpose)) &&
        !publisherRestrictions.some(
          ({ purposeId, restrictionType, vendors }) =>
            [3, 4].includes(purposeId) && restrictionType !== 1 && vendors.includes(VENDOR_ID),
        )
      const known = await isKnown({ gdpr: '1', gdpr_consent: tcString, consent: '1' })
      expect({ tcString, known }).toEqual({ tcString, known: allowed })
      verdicts.push(known)
    }
    expect(verdicts.filter(Boolean).length).toBeGreaterThan(2)
    expect(verdicts.filter((known) => !known).length).toBeGreaterThan(10)
  })

  it.each(['tcf_generated_by_reference.dev', 'tcf_rejected.dev'])(
    'know nobody by the strings of %s, which disclose no vendor or can not be read',
    async (file) => {
      for (const { tcString } of read<{ tcString: string }>(file)) {
        expect(await isKnown({ gdpr: '1', gdpr_consent: tcString, consent: '1' })).toBe(false)
      }
    },
  )

  it('know the customer by GPP strings without an opt-out only', async () => {
    type Sections = Record<string, Record<string, unknown>>
    for (const { gppString, sections } of read<{ gppString: string; sections: Sections }>(
      'gpp_valid.dev',
    )) {
      // The TCF strings in section 2 consent to no vendor.
      const isOut =
        'tcfeuv2' in sections ||
        Object.values(sections).some(
          ({ SaleOptOut, OptOutSale, KnownChildSensitiveDataConsents: child = 0 }) =>
            SaleOptOut === 1 || OptOutSale === 'Y' || [child].flat().some((value) => value !== 0),
        )
      const known = await isKnown({ gpp: gppString, consent: '1' })
      expect({ gppString, known }).toEqual({ gppString, known: !isOut })
    }
    for (const { gppString } of read<{ gppString: string }>('gpp_rejected.dev')) {
      expect(await isKnown({ gpp: gppString, consent: '1' })).toBe(false)
    }
  })

  it('know the customer by US Privacy strings without an opt-out of sale', async () => {
    const verdicts: boolean[] = []
    for (const { consent, optOutSale, error } of read<{
      consent: string
      optOutSale: boolean
      error: string | null
    }>('us_privacy')) {
      const known = await isKnown({ us_privacy: consent, consent: '1' })
      expect({ consent, known }).toEqual({ consent, known: !optOutSale && error === null })
      verdicts.push(known)
    }
    expect(new Set(verdicts).size).toBe(2)
  })
})

const agents = 'standards/ua/bots_labelled.dev.json'

describeFixtures('labelled bots at the event route', agents, () => {
  it('are kept with their reason and left out of the report; every browser is in', async () => {
    const labelled = readFixture<{ ua: string; label: 'bot' | 'browser' }[]>(agents)
    // A header can not carry every text: what a real client could not send is not sent here.
    const sendable = labelled.filter(({ ua }) => /^[\t\x20-\x7e\x80-\xff]*$/.test(ua))
    const { campaignId, placementId } = await publishHeadlines(studio, world.owner, {
      name: 'Filtered',
      headlines: ['Boots', 'Shoes'],
    })
    const outcomes = await Promise.all(
      sendable.map(async ({ ua, label }) => {
        const { urls } = await serve(placementId, {}, ua)
        const { pathname, search } = new URL(urls.impression)
        const headers = { 'user-agent': ua }
        const { status, headers: answered } = await studio.fetchAd(`${pathname}${search}`, {
          ...{ method: 'POST', headers },
        })
        return { ua, label, status, outcome: answered.get('x-intarsia-outcome') ?? '' }
      }),
    )
    for (const { ua, label, status, outcome } of outcomes) {
      const isCounted = outcome === 'counted'
      expect({ ua, status, isCounted }).toEqual({ ua, status: 204, isCounted: label === 'browser' })
      if (label === 'bot') expect(outcome).toMatch(/^invalid \w+$/)
    }
    await rollUpEverything(studio.pool)
    const operation = 'GET /api/v1/campaigns/{campaignId}/report'
    const params = { campaignId }
    const report = reportSchema.parse(
      await expectDone(studio, operation, { as: world.owner, params }),
    )
    const bots = sendable.filter(({ label }) => label === 'bot').length
    expect(bots).toBeGreaterThan(1_000)
    expect(report.totals.counts.impressions).toBe(sendable.length - bots)
    expect(report.invalidEvents).toBe(bots)
  })
})

const merchantFeed = 'standards/feeds/google/google-support-thread-1450048-0.xml'

describeFixtures('a real Merchant feed pushed as stock', merchantFeed, () => {
  const xml = () => readFileSync(fixturePath(merchantFeed), 'utf8')

  it('decides what is shown, within a second of each push', async () => {
    const as = world.owner
    const made = await expectDone(studio, 'POST /api/v1/feeds', {
      as,
      body: { kind: 'stock', name: 'Watches' },
    })
    const { id: feedId, secret } = z.object({ id: z.string(), secret: z.string() }).parse(made)
    const push = (content: string, signature = signBody(secret, content, Date.now())) =>
      studio.call('POST /api/feeds/{feedId}', {
        params: { feedId },
        raw: { contentType: 'application/rss+xml; charset=utf-8', content },
        headers: { 'x-intarsia-signature': signature },
      })
    const productIds = [...xml().matchAll(/<g:id>([^<]+)<\/g:id>/g)].map(([, id]) => id)
    const [productId = ''] = productIds
    const field = `stock.${productId}`
    const condition = { kind: 'compare', field, operator: 'equals', value: 'out_of_stock' }
    const { placementId, headlineIds } = await publishHeadlines(studio, as, {
      name: 'Watches',
      headlines: ['Any watch', 'The black watch'],
      rules: ([, black]) => [
        {
          name: 'Sold out',
          enabled: true,
          condition,
          effect: { kind: 'exclude', slot: 'headline', assetIds: [black] },
        },
      ],
      pilot: { explorationFloor: 0.5 },
    })
    const black = headlineIds[1] ?? ''
    const shown = async () => {
      const ids = new Set<string>()
      for (let view = 0; view < 40; view++) {
        ids.add((await serve(placementId, {})).assets.headline.id)
      }
      return ids
    }
    const wait = { timeout: 1_000, interval: 50 }

    expect((await push(xml(), 't=1,v1=00')).status).toBe(401)
    const first = await push(xml())
    expect(first.json()).toEqual({ version: 1, accepted: productIds.length, refused: [] })
    expect(await shown()).toContain(black)

    const soldOut = xml().replace('>in stock<', '>out of stock<')
    expect((await push(soldOut)).json()).toMatchObject({ version: 2 })
    await expect.poll(async () => (await shown()).has(black), wait).toBe(false)

    expect((await push(xml())).json()).toMatchObject({ version: 3 })
    await expect.poll(async () => (await shown()).has(black), wait).toBe(true)
  })
})
