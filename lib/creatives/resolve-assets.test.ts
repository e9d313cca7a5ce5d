import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adSizeSchema, type AdSize } from '@/lib/decision/ad-size'
import { buildSnapshot } from '@/lib/decision/testing/build-snapshot'
import type { Snapshot, SnapshotAsset } from '@/lib/decision/snapshot'
import { renderBenchmark, renderDecision } from './render-decision'
import { resolveAssets } from './resolve-assets'

function headline(id: string): SnapshotAsset {
  return { id, kind: 'headline', name: id, text: `Text ${id}`, altText: '', renditions: [] }
}

function image(id: string, sizes: readonly AdSize[]): SnapshotAsset {
  const renditions = sizes.map((size) => ({
    ...{ size, format: 'webp', url: `/assets/blobs/${id}.webp` },
    ...{ widthPx: 600, heightPx: 500, fileSizeBytes: 1_000 },
  }))
  return { id, kind: 'image', name: id, text: null, altText: id, renditions }
}

function build(
  overrides: Snapshot['design']['overrides'],
  imageSizes: readonly AdSize[],
): Snapshot {
  const base = buildSnapshot()
  const headlines = ['h1', 'h2', 'h3', 'h4'].map(headline)
  const images = [
    image('i1', adSizeSchema.options),
    image('i2', imageSizes),
    image('i3', adSizeSchema.options),
  ]
  return {
    ...base,
    design: { ...base.design, overrides },
    assets: Object.fromEntries([...headlines, ...images].map((asset) => [asset.id, asset])),
  }
}

const idsOf = (snapshot: Snapshot, assets: Record<string, string>, size: AdSize) =>
  Object.fromEntries(
    Object.entries(resolveAssets(snapshot, { assets, size })).map(([slot, { id }]) => [slot, id]),
  )

describe('resolveAssets', () => {
  const chosen = { headline: 'h2', image: 'i2' }

  it('shows what was chosen where nothing says otherwise', () => {
    expect(idsOf(build([], adSizeSchema.options), chosen, '300x250')).toEqual(chosen)
  })

  it('overrides one asset, or all of a slot, in one size only', () => {
    const snapshot = build(
      [
        { size: '320x50', slot: 'headline', assetId: 'h2', showAssetId: 'h3' },
        { size: '728x90', slot: 'headline', assetId: null, showAssetId: 'h4' },
      ],
      adSizeSchema.options,
    )
    expect(idsOf(snapshot, chosen, '320x50')).toEqual({ headline: 'h3', image: 'i2' })
    expect(idsOf(snapshot, { ...chosen, headline: 'h1' }, '320x50')['headline']).toBe('h1')
    expect(idsOf(snapshot, { ...chosen, headline: 'h1' }, '728x90')['headline']).toBe('h4')
    expect(idsOf(snapshot, chosen, '300x250')).toEqual(chosen)
  })

  it('falls back to the benchmark where the chosen picture has none of this size', () => {
    expect(idsOf(build([], ['300x250']), chosen, '970x250')).toEqual({
      headline: 'h2',
      image: 'i1',
    })
  })

  it('never shows an asset of another kind', () => {
    const override = {
      size: '300x250',
      slot: 'headline',
      assetId: null,
      showAssetId: 'i1',
    } as const
    expect(idsOf(build([override], []), chosen, '300x250')['headline']).toBe('h2')
  })

  it('leaves nothing blank, whatever was decided', () => {
    const id = fc.constantFrom('h1', 'h2', 'h4', 'i1', 'i2', 'i3', 'gone', '', '__proto__')
    const override = fc.record({
      size: fc.constantFrom(...adSizeSchema.options),
      slot: fc.constantFrom('headline', 'image', 'gone'),
      assetId: fc.option(id),
      showAssetId: id,
    })
    fc.assert(
      fc.property(
        fc.array(override, { maxLength: 6 }),
        fc.subarray([...adSizeSchema.options]),
        fc.constantFrom(...adSizeSchema.options),
        id,
        id,
        (overrides, imageSizes, size, headlineId, imageId) => {
          const snapshot = build(overrides, imageSizes)
          const assets = { headline: headlineId, image: imageId }
          for (const { html } of [
            renderDecision(snapshot, { assets, size }),
            renderBenchmark(snapshot, size),
          ]) {
            expect(html).toMatch(/class="h" [^>]*>Text h\d</)
            expect(html).toContain('<img class="i"')
            expect(html).not.toContain('class="a n"')
          }
        },
      ),
    )
  })
})
