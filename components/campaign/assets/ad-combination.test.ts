import { describe, expect, it } from 'vitest'
import type { DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import {
  combinationAt,
  countCombinations,
  previewCreative,
  shownIn,
  usableAssets,
  weighHeaviest,
} from './ad-combination'

const copy = (id: string, kind: 'headline' | 'body', text: string): DraftAsset => ({
  ...{ id, kind, name: id, text, altText: '', renditions: [] },
  ...{ state: 'approved', isPaused: false },
})
const picture = (id: string, fileSizeBytes: number): DraftAsset => ({
  ...{ id, kind: 'image', name: id, text: null, altText: '', state: 'draft', isPaused: false },
  renditions: [
    { size: '300x250', format: 'webp', url: `/${id}`, widthPx: 300, heightPx: 250, fileSizeBytes },
  ],
})
const archived: DraftAsset = { ...copy('old', 'headline', 'Old'), state: 'archived' }
const slots: DraftSlot[] = [
  { key: 'image', kind: 'image', assets: [picture('p1', 20_000), picture('p2', 140_000)] },
  { key: 'logo', kind: 'logo', assets: [] },
  {
    key: 'headline',
    kind: 'headline',
    assets: [
      copy('h1', 'headline', 'Warm'),
      copy('h2', 'headline', 'Warm and dry'),
      archived,
      copy('h3', 'headline', 'Wärmer 👢'),
    ],
  },
]

describe('combinations', () => {
  it('numbers every one of them once', () => {
    expect(countCombinations(slots)).toBe(6)
    const all = Array.from({ length: 6 }, (_, number) =>
      Object.entries(combinationAt(slots, number))
        .map(([key, { id }]) => `${key}:${id}`)
        .join(),
    )
    expect(new Set(all).size).toBe(6)
    expect(all[0]).toBe('image:p1,headline:h1')
    expect(countCombinations([])).toBe(0)
  })

  it('shows in a size what an override puts in its place there', () => {
    const overrides = [
      { size: '300x250' as const, slot: 'image', assetId: 'p1', showAssetId: 'p2' },
      { size: '320x50' as const, slot: 'image', assetId: null, showAssetId: 'p2' },
    ]
    const design = { ...DEFAULT_DESIGN, overrides }
    const first = combinationAt(slots, 0)
    expect(shownIn(design, slots, first, '300x250').image?.id).toBe('p2')
    // It has no picture of that size: what was chosen stays.
    expect(shownIn(design, slots, first, '320x50').image?.id).toBe('p1')
    expect(shownIn(DEFAULT_DESIGN, slots, first, '300x250')).toEqual(first)
  })

  it('finds the heaviest ad: none of the others weighs more', () => {
    const heaviest = weighHeaviest(DEFAULT_DESIGN, slots, '300x250')
    const all = Array.from({ length: 6 }, (_, number) =>
      previewCreative(DEFAULT_DESIGN, combinationAt(slots, number), '300x250'),
    )
    expect(heaviest.weightBytes).toBe(Math.max(...all.map(({ weightBytes }) => weightBytes)))
    expect(heaviest.isWithinLimit).toBe(true)
    expect(weighHeaviest(DEFAULT_DESIGN, slots, '320x50').weightBytes).toBeLessThan(20_000)
  })

  it('leaves out what is archived', () => {
    expect(slots.flatMap(usableAssets)).not.toContain(archived)
  })
})
