import { describe, expect, it } from 'vitest'
import { AD_SIZES, adSizeSchema } from '@/lib/decision/ad-size'
import { contrastRatio, readableColor } from './color-contrast'
import { layoutOf } from './layouts'
import { bodyBox, headlineBox, LINE_HEIGHTS } from './text-boxes'
import { checkDesign, DEFAULT_DESIGN, parseDesign, TEMPLATES } from './template'

describe('designs', () => {
  it('keep what is valid and fall back for the rest', () => {
    expect(parseDesign({})).toEqual(DEFAULT_DESIGN)
    expect(parseDesign({ template: 'split' }).template).toBe('split')
    expect(parseDesign({ accentColor: 'red;}body{display:none' })).toEqual(DEFAULT_DESIGN)
    expect(parseDesign(null)).toEqual(DEFAULT_DESIGN)
  })

  it('say when text is hard to read', () => {
    expect(checkDesign(DEFAULT_DESIGN)).toEqual([])
    const faint = { ...DEFAULT_DESIGN, textColor: '#cccccc' }
    expect(checkDesign(faint)).toMatchObject([{ path: 'textColor' }])
  })

  it('measure contrast as WCAG does and never leave text unreadable', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
    expect(readableColor('#123456', '#ffffff')).toBe('#123456')
    expect(readableColor('#fefefe', '#ffffff')).toBe('#111111')
    expect(readableColor('#222222', '#111111')).toBe('#ffffff')
  })

  it.each(
    TEMPLATES.flatMap(({ name }) => adSizeSchema.options.map((size) => [name, size] as const)),
  )('keep every box of %s at %s inside the ad, and wide columns off the text', (name, size) => {
    const layout = layoutOf({ template: name }, size)
    for (const box of [layout.picture, layout.panel, layout.side ?? layout.panel]) {
      expect(box[0] + box[2]).toBeLessThanOrEqual(AD_SIZES[size].widthPx)
      expect(box[1] + box[3]).toBeLessThanOrEqual(AD_SIZES[size].heightPx)
    }
    for (const each of [layout, ...(layout.wide ? [layout.wide] : [])]) {
      const box = headlineBox(each)
      if (bodyBox(layout, true)) expect(bodyBox(each, true)).not.toBeNull()
      expect(box.heightPx).toBeGreaterThanOrEqual(2 * box.minPx * LINE_HEIGHTS.headline)
    }
    const textEnd = layout.panel[0] + layout.panel[2] - layout.paddingPx[1]
    expect(layout.side?.[0] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(textEnd)
  })
})
