import { describe, expect, it } from 'vitest'
import { pickProducts } from '@/lib/creatives/pick-products'
import { TEMPLATES } from '@/lib/creatives/template'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { compileTemplate } from '@/lib/templates/compile-template'
import { STARTER_TEMPLATE } from '@/lib/templates/starter-template'
import { decide } from '@/lib/decision/decide'
import { buildInput, buildSnapshot } from '@/lib/decision/testing/build-snapshot'
import { prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { showProducts } from '@/lib/decision/show-products'
import type { Snapshot, SnapshotProduct } from '@/lib/decision/snapshot'
import { previewAds } from './preview-ads'
import { previewRequestSchema } from './preview-api'
import { writeAdHtml } from './write-ad'

const BASE_URL = 'https://ads.example'
const LINKS = {
  click: `${BASE_URL}/api/click?t=token`,
  why: `${BASE_URL}/why?t=token`,
  impression: '',
  viewable: '',
}

const STARTER = compileTemplate(STARTER_TEMPLATE, { templateId: 't', version: 3, name: 'Own' })
const DESIGNS: [string, Partial<Snapshot['design']>][] = [
  ...TEMPLATES.map(({ name }): [string, Partial<Snapshot['design']>] => [name, { template: name }]),
  ['a template of the team', { team: STARTER.template }],
  ['a grid with products', { template: 'grid', products: ['a', 'b', 'c'].map(buildProduct) }],
  ['a spotlight on a product', { template: 'spotlight', products: [buildProduct('a')] }],
]

function buildProduct(id: string): SnapshotProduct {
  return {
    ...{ id, name: `Jacke „${id}“ <b>`, priceMicros: 1_000_000, currency: 'EUR', landingUrl: null },
    renditions: adSizeSchema.options.map((size) => ({
      ...{ size, format: 'webp', url: `/assets/blobs/${id}.webp` },
      ...{ widthPx: 90, heightPx: 90, fileSizeBytes: 900 },
    })),
  }
}

const IN_STOCK = { isInStock: true, priceMicros: 2_500_000, currency: 'EUR' }

function buildFull(design: Partial<Snapshot['design']>): Snapshot {
  const base = buildSnapshot()
  const assets = Object.values(base.assets).map((asset) => ({
    ...asset,
    locale: 'de-CH',
    text: asset.kind === 'image' ? null : `Größe „${asset.id}“ <b> & mehr`,
    renditions:
      asset.kind === 'image'
        ? adSizeSchema.options.flatMap((size) =>
            ([2, 1] as const).map((density) => ({
              ...{ size, format: 'webp', density, url: `/assets/blobs/${asset.id}${density}.webp` },
              ...{ widthPx: 600, heightPx: 500, fileSizeBytes: 900 },
            })),
          )
        : [],
  }))
  const overrides = [
    { size: '320x50', slot: 'headline', assetId: null, showAssetId: 'h4' },
  ] satisfies Snapshot['design']['overrides']
  return {
    ...base,
    design: { ...base.design, ...design, overrides },
    assets: Object.fromEntries(assets.map((asset) => [asset.id, asset])),
  }
}

/** What differs by design: where a click leads, and the origin of pictures. */
function withoutLinks(html: string): string {
  return html
    .replaceAll(`${BASE_URL}/assets/`, '/assets/')
    .replaceAll(`script-src ${BASE_URL}/frame.js`, 'script-src &#39;none&#39;')
    .replaceAll(`-src ${BASE_URL}`, '-src &#39;self&#39;')
    .replace(/(<a class="a[^"]*" href=")[^"]*/, '$1')
    .replace(/(<a class="y" href=")[^"]*/, '$1')
}

describe('what is previewed', () => {
  it.each(DESIGNS)(
    'is byte for byte what is served in %s, in every size, but for the links',
    (_name, design) => {
      const prepared = prepareSnapshot(buildFull(design))
      const policy = createUniformPolicy(policySettingsOf(prepared.snapshot))
      const setup = {
        ...{ prepared, policy, posterior: null, feedFields: {}, nowMs: 1_800_000_000_000 },
        productStanding: () => IN_STOCK,
      }
      for (let seed = 1; seed <= 8; seed++) {
        const sizes = [...adSizeSchema.options]
        const request = previewRequestSchema.parse({ size: '300x250', seeds: [seed], sizes })
        const [ad] = previewAds(setup, request).ads
        for (const { size, html } of ad?.renderings ?? []) {
          const decided = decide(prepared, buildInput({ seed, size }), policy).record
          const products = pickProducts(prepared.snapshot.design, size, () => IN_STOCK)
          const record = showProducts(prepared.snapshot, decided, products)
          const served = writeAdHtml({
            ...{ record, snapshot: prepared.snapshot, token: 'token', links: LINKS },
            ...{ hasClickPrefix: false, consentReasons: [], baseUrl: BASE_URL },
          })
          expect(withoutLinks(served)).toBe(withoutLinks(html))
          expect(html.includes('class="q"')).toBe(products !== undefined)
        }
        expect(ad?.renderings).toHaveLength(sizes.length)
      }
    },
  )

  it('takes elements chosen by hand, of their slot only', () => {
    const prepared = prepareSnapshot(buildFull({ template: 'classic' }))
    const policy = createUniformPolicy(policySettingsOf(prepared.snapshot))
    const setup = {
      ...{ prepared, policy, posterior: null, feedFields: {}, nowMs: 1_800_000_000_000 },
      productStanding: () => null,
    }
    const preview = (chosen: Record<string, string>) =>
      previewAds(
        setup,
        previewRequestSchema.parse({ size: '300x250', seeds: [1], chosen, sizes: ['320x50'] }),
      ).ads[0]
    for (const headline of ['h1', 'h2', 'h3']) {
      const ad = preview({ headline })
      expect(ad?.html).toContain(`„${headline}“`)
      expect(ad?.renderings[0]?.html).toContain('„h4“')
      expect(ad?.renderings[0]?.overriddenSlots).toEqual(['headline'])
    }
    expect(preview({ headline: 'i1', gone: 'h1' })?.isByHand).toBe(false)
  })
})
