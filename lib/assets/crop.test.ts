import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cropAroundFocalPoint } from './crop'
import { PICTURE_BOXES } from './rendition-box'
import { toSnapshotAsset } from './snapshot-asset'

const ratio = fc.double({ min: 0, max: 1, noNaN: true })
const side = fc.integer({ min: 1, max: 4000 })

describe('cropAroundFocalPoint', () => {
  it('centres where it can and stops at the edges', () => {
    const picture = { widthPx: 1000, heightPx: 500 }
    const box = { widthPx: 100, heightPx: 100 }
    expect(cropAroundFocalPoint(picture, { focalX: 0.5, focalY: 0.5 }, box)).toEqual({
      ...{ leftPx: 250, topPx: 0, widthPx: 500, heightPx: 500, focalX: 0.5, focalY: 0.5 },
    })
    expect(cropAroundFocalPoint(picture, { focalX: 0.1, focalY: 0.5 }, box)).toMatchObject({
      ...{ leftPx: 0, focalX: 0.2 },
    })
    expect(cropAroundFocalPoint(picture, { focalX: 1, focalY: 0.5 }, box).leftPx).toBe(500)
  })

  it('stays inside every picture, in whole pixels, and holds the focal point', () => {
    fc.assert(
      fc.property(side, side, ratio, ratio, (widthPx, heightPx, focalX, focalY) => {
        for (const box of Object.values(PICTURE_BOXES)) {
          const crop = cropAroundFocalPoint({ widthPx, heightPx }, { focalX, focalY }, box)
          expect(Number.isInteger(crop.leftPx) && crop.leftPx >= 0).toBe(true)
          expect(Number.isInteger(crop.topPx) && crop.topPx >= 0).toBe(true)
          expect(crop.widthPx).toBeGreaterThanOrEqual(1)
          expect(crop.heightPx).toBeGreaterThanOrEqual(1)
          expect(crop.leftPx + crop.widthPx).toBeLessThanOrEqual(widthPx)
          expect(crop.topPx + crop.heightPx).toBeLessThanOrEqual(heightPx)
          expect(crop.leftPx + crop.focalX * crop.widthPx).toBeCloseTo(focalX * widthPx, 6)
        }
      }),
    )
  })
})

describe('toSnapshotAsset', () => {
  it('tells where the focal point lies inside each rendition', () => {
    const asset = toSnapshotAsset({
      ...{ id: 'a', kind: 'image', name: 'A', text: null, altText: '' },
      ...{ widthPx: 1200, heightPx: 500, focalX: 0.1, focalY: 0.5 },
      renditions: [
        {
          ...{ size: '300x250', format: 'webp', density: 1, sha256: 'f'.repeat(64) },
          ...{ widthPx: 600, heightPx: 500, fileSizeBytes: 1 },
        },
      ],
    })
    expect(asset.renditions[0]).toMatchObject({
      ...{ url: `/assets/blobs/${'f'.repeat(64)}.webp`, focalX: 0.2, focalY: 0.5 },
    })
  })

  it('is the same in whatever order the database answers', () => {
    const renditions = ['728x90 jpeg', '300x250 jpeg', '728x90 webp', '300x250 webp'].map((key) => {
      const [size = '', format = ''] = key.split(' ')
      const sha256 = 'f'.repeat(64)
      return { size, format, density: 1, sha256, widthPx: 1, heightPx: 1, fileSizeBytes: 1 }
    })
    const asset = {
      ...({ id: 'a', kind: 'image', name: 'A', text: null, altText: '' } as const),
      ...{ widthPx: 2, heightPx: 2, focalX: 0.5, focalY: 0.5 },
    }
    const made = toSnapshotAsset({ ...asset, renditions })
    expect(made.renditions.map(({ size, format }) => `${size} ${format}`)).toEqual([
      ...['300x250 webp', '300x250 jpeg', '728x90 webp', '728x90 jpeg'],
    ])
    expect(toSnapshotAsset({ ...asset, renditions: renditions.toReversed() })).toEqual(made)
  })
})
