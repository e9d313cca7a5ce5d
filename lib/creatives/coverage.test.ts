import { describe, expect, it } from 'vitest'
import { AD_SIZES, adSizeSchema, type AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { coverageOfSizes } from './coverage'

const headline = (id: string, text: string): SnapshotAsset => ({
  ...{ id, kind: 'headline', name: id, text, altText: '', renditions: [] },
})
const image = (sizes: readonly AdSize[], widthPx: number, heightPx: number): SnapshotAsset => ({
  ...{ id: 'picture', kind: 'image', name: 'Boots', text: null, altText: '' },
  renditions: sizes.map((size) => ({
    ...{ size, format: 'webp', url: '/x', widthPx, heightPx, fileSizeBytes: 1 },
  })),
})

describe('coverageOfSizes', () => {
  it('has a cell for every slot and size', () => {
    const slots = [
      { key: 'headline', kind: 'headline', assets: [headline('a', 'Walk on')] },
      { key: 'image', kind: 'image', assets: [] },
    ] as const
    const cells = coverageOfSizes({ template: 'classic' }, slots)
    expect(cells).toHaveLength(2 * adSizeSchema.options.length)
    expect(cells.slice(0, adSizeSchema.options.length).every((cell) => cell.state === 'ok')).toBe(
      true,
    )
    expect(cells.slice(adSizeSchema.options.length).every((cell) => cell.state === 'missing')).toBe(
      true,
    )
  })

  it('warns of a headline that is cut in 320x50 and names it', () => {
    const long = headline(
      'long',
      'Waterproof walking boots for the whole family, now at half price',
    )
    const short = headline('short', 'Boots that last')
    const slot = { key: 'headline', kind: 'headline', assets: [short, long] } as const
    const [cell] = coverageOfSizes({ template: 'classic' }, [slot], ['320x50'])
    expect(cell).toMatchObject({ state: 'warning', issues: [{ assetId: 'long' }] })
    expect(cell?.issues[0]?.message).toMatch(/cut after about [345]\d characters/)
    expect(coverageOfSizes({ template: 'classic' }, [slot], ['970x250'])[0]?.state).toBe('ok')
  })

  it('leaves kinds without room unused', () => {
    const slot = { key: 'body', kind: 'body', assets: [] } as const
    expect(
      coverageOfSizes({ template: 'overlay' }, [slot], ['320x50', '300x600']).map((c) => c.state),
    ).toEqual(['unused', 'missing'])
  })

  it('tells a missing rendition from a small one', () => {
    const sizes = ['300x250', '728x90', '970x250'] as const
    const slot = {
      key: 'image',
      kind: 'image',
      assets: [image(['300x250', '970x250'], 400, 300)],
    } as const
    expect(
      coverageOfSizes({ template: 'overlay' }, [slot], sizes).map((cell) => cell.state),
    ).toEqual(['ok', 'missing', 'warning'])
    expect(AD_SIZES['970x250'].widthPx).toBeGreaterThan(400)
  })
})
