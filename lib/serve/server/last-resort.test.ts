import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adSizeSchema, AD_SIZES } from '@/lib/decision/ad-size'
import { buildSnapshot } from '@/lib/decision/testing/build-snapshot'
import { createConsentEvaluator } from '@/lib/serve/evaluate-consent'
import { EMPTY_FEED_INDEX } from '@/lib/serve/feed-fields'
import { LiveCampaign } from './live-campaign'
import { createServeRoute, type ServeRouteSetup } from './serve-route'

const baseUrl = 'https://ads.example'
const fail = (): never => {
  throw new Error('out of order')
}
/** Whatever may go wrong between a request and its ad. */
const FAILURES: Readonly<Record<string, Partial<ServeRouteSetup>>> = {
  feeds: { feedsOf: fail },
  consent: { evaluateConsent: fail },
  visitor: { findVisitor: fail },
  'slow visitor': { findVisitor: () => Promise.reject(new Error('timed out')) },
  clock: { now: fail },
  nothing: {},
}

function createCampaign(): LiveCampaign {
  const snapshot = buildSnapshot()
  const assets = Object.fromEntries(
    Object.values(snapshot.assets).map((asset) => {
      const renditions = adSizeSchema.options.map((size) => ({
        ...{ size, format: 'webp', url: `/assets/blobs/${asset.id}.webp` },
        ...{ widthPx: 600, heightPx: 500, fileSizeBytes: 1_000 },
      }))
      const isImage = asset.kind === 'image'
      return [asset.id, { ...asset, ...(isImage ? { renditions } : { text: `Text ${asset.id}` }) }]
    }),
  )
  return new LiveCampaign({ ...snapshot, assets })
}

describe('a slot on a page', () => {
  it('is never blank while its campaign is live, whatever fails', async () => {
    const campaign = createCampaign()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(FAILURES)),
        fc.constantFrom(...adSizeSchema.options),
        fc.constantFrom('html', 'tag', 'json'),
        fc.boolean(),
        async (failure, size, format, hasVisitor) => {
          const placement = {
            ...{ id: 'placement', workspaceId: 'workspace', size, pageCategory: null },
            campaignId: 'campaign',
          }
          const route = createServeRoute(() => ({
            ...{ baseUrl, countryHeader: null, regionHeader: null },
            evaluateConsent: createConsentEvaluator(null),
            feedsOf: () => EMPTY_FEED_INDEX,
            findVisitor: () => ({ kind: 'known' as const, profile: null }),
            memory: {
              isLoaded: true,
              started: Promise.resolve(),
              findPlacement: () => placement,
              findCampaign: () => campaign,
            },
            now: () => 1_800_000_000_000,
            ...FAILURES[failure],
          }))
          const query = `format=${format}&html=1${hasVisitor ? '&uid=somebody' : ''}`
          const response = await route.fetch(new Request(`${baseUrl}/api/serve/placement?${query}`))
          expect(response.status).toBe(200)
          const text = await response.text()
          const html = format === 'html' ? text : (JSON.parse(text) as { html: string }).html
          expect(html).toMatch(/class="h" [^>]*>Text h\d</)
          expect(html).toContain('<img class="i"')
          expect(html).toContain(`height:${AD_SIZES[size].heightPx}px`)
        },
      ),
      { numRuns: 120 },
    )
  }, 30_000)
})
