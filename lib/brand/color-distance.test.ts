import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colorDistance, describeColor, findNearestColor } from './color-distance'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('colorDistance', () => {
  it('is 1 from black to white and small between what the eye hardly tells apart', () => {
    expect(colorDistance('#000000', '#ffffff')).toBeCloseTo(1, 3)
    expect(colorDistance('#1f4a43', '#204b44')).toBeLessThan(0.02)
    expect(colorDistance('#1f4a43', '#c0392b')).toBeGreaterThan(0.2)
  })

  it('is a distance', () => {
    fc.assert(
      fc.property(hex, hex, hex, (a, b, c) => {
        expect(colorDistance(a, a)).toBe(0)
        expect(colorDistance(a, b)).toBeCloseTo(colorDistance(b, a), 12)
        expect(colorDistance(a, c)).toBeLessThanOrEqual(
          colorDistance(a, b) + colorDistance(b, c) + 1e-9,
        )
      }),
    )
  })

  it('agrees with the published OKLCH of a colour', () => {
    // CSS Color 4, sample of red: oklch(62.796% 0.25768 29.234).
    const red = describeColor('#ff0000')
    expect(red.lightness).toBeCloseTo(0.62796, 3)
    expect(red.chroma).toBeCloseTo(0.25768, 3)
    expect(red.hue).toBeCloseTo(29.234, 1)
  })
})

describe('findNearestColor', () => {
  it('finds the nearest, and nothing in an empty palette', () => {
    const palette = [{ hex: '#ff0000' }, { hex: '#00ff00' }]
    expect(findNearestColor(palette, '#ee1111')?.color.hex).toBe('#ff0000')
    expect(findNearestColor([], '#ee1111')).toBeNull()
  })
})
