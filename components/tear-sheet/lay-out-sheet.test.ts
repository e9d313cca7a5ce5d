import { describe, expect, it } from 'vitest'
import { AD_SIZES, adSizeSchema } from '@/lib/decision/ad-size'
import { CAPTION_PX, layOutSheet, MAX_SHEET_ADS, PAGE } from './lay-out-sheet'

describe('layOutSheet', () => {
  it.each([
    [1, 1],
    [6, 1],
    [7, 2],
    [60, 10],
  ])('%i ads of 300x250 take %i pages', (count, pages) => {
    expect(layOutSheet('300x250', count, 'pages').pages).toHaveLength(pages)
  })

  it.each(adSizeSchema.options)('%s: every ad once, inside its page, none on another', (size) => {
    for (const form of ['pages', 'picture'] as const) {
      const { pages, scale } = layOutSheet(size, MAX_SHEET_ADS, form)
      const width = AD_SIZES[size].widthPx * scale
      const height = AD_SIZES[size].heightPx * scale + CAPTION_PX
      expect(pages.flatMap(({ ads }) => ads.map(({ index }) => index))).toEqual(
        Array.from({ length: MAX_SHEET_ADS }, (_, index) => index),
      )
      for (const page of pages) {
        expect(page.widthPx).toBe(PAGE.widthPx)
        for (const [index, ad] of page.ads.entries()) {
          expect(ad.leftPx + width).toBeLessThanOrEqual(page.widthPx)
          expect(ad.topPx + height).toBeLessThanOrEqual(page.heightPx)
          for (const other of page.ads.slice(index + 1)) {
            const isApart = other.leftPx >= ad.leftPx + width || other.topPx >= ad.topPx + height
            expect(isApart || other.leftPx + width <= ad.leftPx).toBe(true)
          }
        }
      }
      if (form === 'picture') expect(pages).toHaveLength(1)
    }
  })

  it('has no page for no ads', () => {
    expect(layOutSheet('300x250', 0, 'pages').pages).toEqual([])
  })
})
