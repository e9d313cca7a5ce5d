import { describe, expect, it } from 'vitest'
import { contrastRatio } from '@/lib/creatives/color-contrast'
import { measureContrast, neededContrast, readScreenColor } from './measure-contrast'

const BLACK = { red: 0, green: 0, blue: 0, alpha: 1 }
const paint = (count: number, ...rgba: number[]) => Array.from({ length: count }, () => rgba).flat()

describe('measureContrast', () => {
  it('is the contrast of colours on plain ground', () => {
    const ground = Uint8ClampedArray.from(paint(10, 31, 94, 255, 255))
    const white = { red: 255, green: 255, blue: 255, alpha: 1 }
    expect(measureContrast(ground, white)).toBeCloseTo(contrastRatio('#ffffff', '#1f5eff'), 3)
  })

  it('is that of the worst twentieth of a picture', () => {
    const mostly = (dark: number) =>
      Uint8ClampedArray.from([
        ...paint(100 - dark, 255, 255, 255, 255),
        ...paint(dark, 0, 0, 0, 255),
      ])
    expect(measureContrast(mostly(4), BLACK)).toBeCloseTo(21)
    expect(measureContrast(mostly(6), BLACK)).toBeCloseTo(1)
  })

  it('sees through text and ground that are not solid', () => {
    const clear = Uint8ClampedArray.from(paint(3, 0, 0, 0, 0))
    expect(measureContrast(clear, BLACK)).toBeCloseTo(21)
    expect(measureContrast(clear, { ...BLACK, alpha: 0 })).toBeCloseTo(1)
    expect(measureContrast(new Uint8ClampedArray(), BLACK)).toBeNull()
  })
})

it.each([
  [16, 400, 4.5],
  [18, 700, 4.5],
  [19, 700, 3],
  [24, 400, 3],
])('%d px of weight %d ask for %d', (sizePx, weight, needed) => {
  expect(neededContrast(sizePx, weight)).toBe(needed)
})

it.each([
  ['rgb(1, 2, 3)', { red: 1, green: 2, blue: 3, alpha: 1 }],
  ['rgba(1, 2, 3, 0.5)', { red: 1, green: 2, blue: 3, alpha: 0.5 }],
  ['rgb(1 2 3 / 0.5)', { red: 1, green: 2, blue: 3, alpha: 0.5 }],
  ['oklch(0.5 0.1 20)', null],
  ['rgb(none)', null],
])('%s', (computed, color) => {
  expect(readScreenColor(computed)).toEqual(color)
})
