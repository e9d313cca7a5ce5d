import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText } from './fit-text'

const box = { widthPx: 200, lines: 2, maxPx: 24, minPx: 12, isBold: true }

describe('fitText', () => {
  it('uses the largest size for short text and the smallest for what cannot fit', () => {
    expect(fitText('Hi', box)).toMatchObject({ fontPx: 24, fits: true })
    expect(fitText('word '.repeat(60).trim(), box)).toMatchObject({ fontPx: 12, fits: false })
  })

  it('breaks words that are wider than the line', () => {
    expect(fitText('a'.repeat(300), box).fits).toBe(false)
    expect(fitText('a'.repeat(30), box).fits).toBe(true)
  })

  it('counts wide scripts as wide', () => {
    const latin = fitText('a'.repeat(24), box)
    const han = fitText('靴'.repeat(24), box)
    expect(han.fontPx).toBeLessThan(latin.fontPx)
  })

  it('never grows when text does', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 3 }), (text, more) => {
        expect(fitText(`${text} ${more}`, box).fontPx).toBeLessThanOrEqual(
          fitText(text, box).fontPx,
        )
      }),
    )
  })
})
