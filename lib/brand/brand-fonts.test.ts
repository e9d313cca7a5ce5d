import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleCreative } from '@/lib/creatives/assemble-creative'
import { DEFAULT_DESIGN, parseDesign } from '@/lib/creatives/template'
import { designFontsSchema } from '@/lib/decision/snapshot'
import { brandKitSchema, DEFAULT_BRAND_KIT } from './brand-kit'
import { listUnknownFamilies, toDesignFonts } from './brand-fonts'
import { WARN } from './testing/build-kit'

const fontsOf = (heading: string, body = 'Arial') =>
  toDesignFonts({ fonts: { ...WARN, heading, body } })

describe('the fonts of a brand', () => {
  it('are those of the kit, as wide as the widest that may be shown', () => {
    expect(fontsOf('"Inter", Verdana, sans-serif')).toEqual({
      heading: { families: ['Inter', 'Verdana', 'sans-serif'], widthRatio: 1.15 },
      body: { families: ['Arial'], widthRatio: 1 },
    })
    expect(toDesignFonts(DEFAULT_BRAND_KIT)).toBeNull()
  })

  it('count as wide where nobody measured them, and never as narrower than the ads’ own', () => {
    expect(fontsOf('Acme Grotesk')?.heading.widthRatio).toBe(1.25)
    expect(fontsOf("'Times New Roman', serif")?.heading.widthRatio).toBe(1)
    expect(listUnknownFamilies('Acme Grotesk, Arial')).toEqual(['Acme Grotesk'])
  })

  it('are what every stack that a kit takes becomes: a design that ads can be made of', () => {
    const stack = fc.string({
      unit: fc.constantFrom(...'aB9 ,\'"-é\u00a0\u3000\u2028\t'),
      minLength: 1,
      maxLength: 200,
    })
    fc.assert(
      fc.property(stack, (heading) => {
        const kit = { ...DEFAULT_BRAND_KIT, fonts: { ...WARN, heading, body: 'Arial' } }
        const taken = brandKitSchema.safeParse(kit)
        if (!taken.success) return
        const fonts = toDesignFonts(taken.data)
        expect(designFontsSchema.parse(fonts)).toEqual(fonts)
        const design = parseDesign({ ...DEFAULT_DESIGN, fonts: 'not read from here' }, { fonts })
        const { html } = assembleCreative({
          ...{ design, assets: {}, size: '300x250', baseUrl: '' },
          ...{ clickUrl: 'https://a.example/', whyUrl: 'https://a.example/' },
        })
        // Every quote that opens a family in the style sheet closes it, too.
        const [, style = ''] = /font-family:([^;]*);/.exec(html) ?? []
        expect(style).toMatch(/^(?:'[^'"<>;{}]+',|[a-z-]+,)*Helvetica,Arial,Roboto,sans-serif$/i)
      }),
    )
  })
})
