import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDesign, DEFAULT_DESIGN } from '@/lib/creatives/template'
import { pickBrandColors } from './pick-brand-colors'
import { WARN } from './testing/build-kit'

const pick = (...hexes: string[]) =>
  pickBrandColors({ ...WARN, tolerance: 0.05, colors: hexes.map((hex) => ({ name: hex, hex })) })

describe('the colours of a design from a palette', () => {
  it('are its lightest as paper, its darkest as ink, its most vivid as accent', () => {
    expect(pick('#1f4a43', '#d9480f', '#fbf7f0', '#101418')).toEqual({
      backgroundColor: '#fbf7f0',
      textColor: '#101418',
      accentColor: '#d9480f',
      accentTextColor: '#000000',
    })
  })

  it('fall back to black on white where a palette has none of its own', () => {
    expect(pick('#ffd43b')).toMatchObject({ backgroundColor: '#ffffff', textColor: '#16181d' })
  })

  it('can be read, whatever the palette', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => `#${n.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(fc.array(hex, { minLength: 1, maxLength: 8 }), (hexes) => {
        expect(checkDesign({ ...DEFAULT_DESIGN, ...pick(...hexes) })).toEqual([])
      }),
    )
  })
})
