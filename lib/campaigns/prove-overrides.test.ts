import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { BLOCK, buildBrandAsset } from '@/lib/brand/testing/build-kit'
import { resolveAssets } from '@/lib/creatives/resolve-assets'
import type { AdSize } from '@/lib/decision/ad-size'
import type { SizeOverride } from '@/lib/decision/snapshot'
import type { CampaignDraft } from './campaign-draft'
import { describeBroken, type GuardrailProof } from './proof'
import { proveCampaign } from './prove-campaign'
import { buildAsset, buildDraft, buildSlot } from './testing/build-draft'

const SIZES: readonly AdSize[] = ['300x250', '320x50', '728x90']
const HEADLINES = ['h1', 'h2', 'h3']
const IMAGES = ['i1', 'i2', 'i3']

const asset = (assetId: string) => ({ assetIds: [assetId], tags: [] })

function prove(draft: CampaignDraft, first: string, second: string): GuardrailProof[] {
  const facts = new Map(
    draft.slots.flatMap(({ assets }) =>
      assets.map(({ id, kind, text }) => [
        id,
        {
          ...{ markets: [], rightsStartAtMs: null, rightsEndAtMs: null },
          brand: buildBrandAsset({ id, kind, text }),
        },
      ]),
    ),
  )
  const pairs = [
    { ...BLOCK, id: 'p', kind: 'never' as const, first: asset(first), second: asset(second) },
  ]
  const kit = { ...DEFAULT_BRAND_KIT, pairs }
  return proveCampaign(draft, { kit, brandRevision: 1, facts, nameOf: (id) => id }).guardrails
}

function draftOf(
  overrides: SizeOverride[],
  sizesOfPictures: Readonly<Record<string, readonly AdSize[]>> = {},
): CampaignDraft {
  const draft = buildDraft()
  const [rendition] = buildAsset('i', { kind: 'image' }).renditions
  const images = IMAGES.map((id) =>
    buildAsset(id, {
      kind: 'image',
      renditions: (sizesOfPictures[id] ?? SIZES).flatMap((size) =>
        rendition ? [{ ...rendition, size }] : [],
      ),
    }),
  )
  return {
    ...draft,
    design: { ...draft.design, overrides },
    slots: [buildSlot('headline', HEADLINES), { ...buildSlot('image', []), assets: images }],
    placements: SIZES.map((size) => ({ id: size, name: size, size, pageCategory: null })),
  }
}

/** How many combinations show both in a size, by drawing every one of them. */
function countShown(draft: CampaignDraft, first: string, second: string, size: AdSize): number {
  const assets = Object.fromEntries(
    draft.slots.flatMap((slot) => slot.assets.map((one) => [one.id, one])),
  )
  const known = {
    assets,
    design: draft.design,
    experiment: { benchmark: draft.pilot?.benchmark ?? {} },
  }
  const ads = HEADLINES.flatMap((headline) => IMAGES.map((image) => ({ headline, image })))
  return ads.filter((ad) => {
    const shown = Object.values(resolveAssets(known, { assets: ad, size })).map(({ id }) => id)
    return shown.includes(first) && shown.includes(second)
  }).length
}

const overrideArbitrary: fc.Arbitrary<SizeOverride> = fc
  .constantFrom(['headline', HEADLINES] as const, ['image', IMAGES] as const)
  .chain(([slot, ids]) =>
    fc.record({
      slot: fc.constant(slot),
      size: fc.constantFrom(...SIZES),
      assetId: fc.constantFrom(null, ...ids),
      showAssetId: fc.constantFrom(...ids),
    }),
  )

describe('a proof of a campaign with overrides', () => {
  it('says what a size shows in place of what was drawn', () => {
    const draft = draftOf([{ size: '320x50', slot: 'image', assetId: 'i3', showAssetId: 'i2' }])
    const pair = prove(draft, 'h2', 'i2').filter(({ kind }) => kind === 'pair')
    expect(pair.map(({ sizes, count }) => [sizes, count])).toEqual([
      [['300x250', '728x90'], 1],
      [['320x50'], 2],
    ])
  })

  it('names what stands in for what was drawn, and both ways out', () => {
    const swap = { size: '320x50', slot: 'image' } as const
    const draft = draftOf([
      { ...swap, assetId: 'i1', showAssetId: 'i2' },
      { ...swap, assetId: 'i2', showAssetId: 'i1' },
    ])
    const found = prove(draft, 'h2', 'i2').find(({ sizes }) => sizes.join() === '320x50')
    expect(found?.witness?.elements).toMatchObject([
      { assetId: 'h2', standsIn: null },
      { assetId: 'i1', standsIn: 'Asset i2' },
    ])
    expect(found && describeBroken(found)).toContain('“Asset i2” (in place of “Asset i1”)')
    expect(found?.fix).toContain('change what this size shows instead')
  })

  it('names a guardrail once where it comes out alike in all sizes', () => {
    const draft = draftOf([{ size: '320x50', slot: 'image', assetId: 'i3', showAssetId: 'i1' }])
    const guardrails = prove(draft, 'h2', 'i2')
    expect(guardrails.filter(({ kind }) => kind === 'pair')).toMatchObject([
      { id: 'pair:p', sizes: [], count: 1 },
    ])
    expect(new Set(guardrails.map(({ id }) => id)).size).toBe(guardrails.length)
  })

  it('counts what every size really shows, as drawing each ad does', () => {
    fc.assert(
      fc.property(
        fc.array(overrideArbitrary, { maxLength: 5 }),
        fc.record({
          i2: fc.subarray([...SIZES]),
          i3: fc.subarray([...SIZES]),
        }),
        fc.constantFrom(...HEADLINES),
        fc.constantFrom(...IMAGES),
        (overrides, pictures, headline, image) => {
          const draft = draftOf(overrides, pictures)
          const pairs = prove(draft, headline, image).filter(({ kind }) => kind === 'pair')
          for (const size of SIZES) {
            const own = pairs.find(({ sizes }) => sizes.length === 0 || sizes.includes(size))
            expect(own?.count).toBe(countShown(draft, headline, image, size))
          }
        },
      ),
      { numRuns: 100 },
    )
  }, 60_000)
})
