import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AD_SIZES, adSizeSchema } from '@/lib/decision/ad-size'
import { cropForAdSize } from './crop-for-ad-size'

const ratio = fc.double({ min: 0, max: 1, noNaN: true })
const side = fc.integer({ min: 200, max: 4000 })

describe('cropForAdSize', () => {
  it('shows the whole of a picture that has the proportions of the ad', () => {
    const crop = cropForAdSize({ widthPx: 600, heightPx: 500 }, { focalX: 1, focalY: 0 }, '300x250')
    expect(crop).toEqual({ leftPx: 0, topPx: 0, widthPx: 600, heightPx: 500 })
  })

  it('goes where the focal point is', () => {
    const picture = { widthPx: 1000, heightPx: 1000 }
    expect(cropForAdSize(picture, { focalX: 0.5, focalY: 0 }, '728x90').topPx).toBeCloseTo(0)
    const low = cropForAdSize(picture, { focalX: 0.5, focalY: 1 }, '728x90')
    expect(low.topPx + low.heightPx).toBeCloseTo(1000)
  })

  it('always lies in the picture, has the ad’s proportions and holds the focal point', () => {
    fc.assert(
      fc.property(
        side,
        side,
        ratio,
        ratio,
        fc.constantFrom(...adSizeSchema.options),
        (...given) => {
          const [widthPx, heightPx, focalX, focalY, size] = given
          const crop = cropForAdSize({ widthPx, heightPx }, { focalX, focalY }, size)
          expect(crop.leftPx).toBeGreaterThanOrEqual(-1e-6)
          expect(crop.topPx).toBeGreaterThanOrEqual(-1e-6)
          expect(crop.leftPx + crop.widthPx).toBeLessThanOrEqual(widthPx + 1e-6)
          expect(crop.topPx + crop.heightPx).toBeLessThanOrEqual(heightPx + 1e-6)
          const ad = AD_SIZES[size]
          expect(crop.widthPx / crop.heightPx).toBeCloseTo(ad.widthPx / ad.heightPx, 5)
          expect(crop.leftPx).toBeLessThanOrEqual(focalX * widthPx + 1)
          expect(crop.leftPx + crop.widthPx).toBeGreaterThanOrEqual(focalX * widthPx - 1)
        },
      ),
    )
  })
})
