import { describe, expect, it } from 'vitest'
import { DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { BLOCK, buildBrandAsset } from '@/lib/brand/testing/build-kit'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import type { Design, SnapshotProduct } from '@/lib/decision/snapshot'
import { checkDraft } from './check-draft'
import { compileSnapshot } from './compile-snapshot'
import { proveCampaign } from './prove-campaign'
import { buildDraft } from './testing/build-draft'

function buildProduct(id: string, fileSizeBytes: number | null = 9_000): SnapshotProduct {
  const size = { size: '300x250', format: 'webp', widthPx: 90, heightPx: 90 } as const
  const url = `/assets/blobs/${id}.webp`
  return {
    ...{ id, name: `Coat ${id}`, priceMicros: 1_000_000, currency: 'EUR', landingUrl: null },
    renditions:
      fileSizeBytes === null
        ? []
        : [
            { ...size, url, fileSizeBytes },
            { ...size, size: '728x90', url, fileSizeBytes },
          ],
  }
}
const draftOf = (template: Design['template'], products: SnapshotProduct[]) =>
  buildDraft({ design: { ...DEFAULT_DESIGN, template, products } })
const issuesOf = (...products: SnapshotProduct[]) =>
  checkDraft(draftOf('grid', products)).map(({ path, message }) => `${path}: ${message}`)

describe('products of a campaign', () => {
  it('are enough for its layout, and have pictures', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => buildProduct(id)) as [
      SnapshotProduct,
      SnapshotProduct,
      SnapshotProduct,
    ]
    expect(issuesOf(a, b, c)).toEqual([])
    expect(issuesOf(a, b)).toEqual([
      'products: This layout shows 3 products. Choose at least so many, or none.',
    ])
    expect(issuesOf(a, b, c, buildProduct('d', null))).toEqual([
      'products: “Coat d” has no picture yet. Wait until it is fetched, or take the product out.',
    ])
    expect(checkDraft(draftOf('classic', [buildProduct('d', null)]))).toEqual([])
  })

  it('are published where a size shows them, with the pictures of such sizes', () => {
    const publish = (template: Design['template']) => {
      const products = ['a', 'b', 'c'].map((id) => buildProduct(id))
      const compiled = compileSnapshot(draftOf(template, products), 1)
      return compiled.kind === 'ok' ? compiled.snapshot.design.products : compiled.issues
    }
    expect(publish('classic')).toBeUndefined()
    expect(publish('grid')).toHaveLength(3)
    expect(publish('grid')).toMatchObject([
      { renditions: [{ size: '300x250' }] },
      { renditions: [{ size: '300x250' }] },
      { renditions: [{ size: '300x250' }] },
    ])
  })

  it('are weighed with the heaviest that can stand together, and without', () => {
    const prove = (...bytes: number[]) => {
      const draft = draftOf(
        'grid',
        bytes.map((fileSizeBytes, index) => buildProduct(`p${index}`, fileSizeBytes)),
      )
      const assets = draft.slots.flatMap((slot) => slot.assets)
      const facts = new Map(
        assets.map(({ id, kind, text }) => [
          id,
          {
            ...{ markets: [], rightsStartAtMs: null, rightsEndAtMs: null },
            brand: buildBrandAsset({ id, kind, text }),
          },
        ]),
      )
      const kit = { ...DEFAULT_BRAND_KIT, weight: BLOCK }
      return proveCampaign(draft, { kit, brandRevision: 0, facts, nameOf: () => null })
        .guardrails.filter(({ kind }) => kind === 'weight')
        .map(({ id, state }) => `${id} ${state}`)
    }
    expect(prove(40_000, 40_000, 40_000, 1_000)).toEqual([
      'weight:300x250 holds',
      'weight:300x250:products holds',
    ])
    expect(prove(1_000, 60_000, 60_000, 60_000)).toEqual([
      'weight:300x250 holds',
      'weight:300x250:products violated',
    ])
  })
})
