import { describe, expect, it } from 'vitest'
import { type BrandKit, DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { BLOCK } from '@/lib/brand/testing/build-kit'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import { compileTemplate } from '@/lib/templates/compile-template'
import { listBrandGuardrails } from './brand-rules'

const listOf = (html: string, locales: string[] = []) => {
  const rule = { ...BLOCK, id: 'w', phrases: ['cheap'], locales, assetKinds: [] }
  const voice = { ...DEFAULT_BRAND_KIT.voice, words: [{ ...rule, kind: 'banned' as const }] }
  const { template: team } = compileTemplate({ html, css: '' })
  return listBrandGuardrails({
    kit: { ...DEFAULT_BRAND_KIT, voice },
    design: { ...DEFAULT_DESIGN, team },
    ...{ slots: [], sizes: ['300x250'], flight: null, markets: [], category: null },
    nameOf: () => null,
  }).find(({ id }) => id === 'brand:template:w')
}

it.each([
  ['its own words', '<p>So cheap!</p>', []],
  ['words for who can’t see', '<p aria-label="So cheap">New</p>', []],
  ['a default', '<h1 data-slot="headline" data-fit="200px 1 line 14-20px">Cheap!</h1>', []],
  ['words that are banned in one language only', '<p>So cheap!</p>', ['en']],
])('finds what the brand does not say in a template: %s', (_, html, locales) => {
  const found = listOf(html, locales)
  expect(found).toMatchObject({ guard: { severity: 'block' } })
  // Every combination shows it.
  expect(found?.violation).toEqual({ kind: 'boxes', boxes: [[]] })
  expect(found?.fix).toMatch(/^It says “cheap”, which the brand does not say\. Change the template/)
})

it('finds nothing in a template that says nothing of the kind', () => {
  expect(listOf('<p class="cheap">Warm and dry</p>')?.violation).toEqual({
    ...{ kind: 'boxes', boxes: [] },
  })
})

describe('the fonts of a template', () => {
  const proveFonts = (css: string, fonts: BrandKit['fonts']) => {
    const { template: team } = compileTemplate({ html: '<p>x</p>', css })
    return listBrandGuardrails({
      kit: { ...DEFAULT_BRAND_KIT, fonts },
      design: { ...DEFAULT_DESIGN, team },
      ...{ slots: [], sizes: ['300x250'], flight: null, markets: [], category: null },
      nameOf: () => null,
    }).find(({ id }) => id === 'brand:template:fonts')
  }
  const FONTS = { ...BLOCK, heading: '"Playfair Display", serif', body: 'Inter' }

  it.each(['', '.a{font-family:inter,sans-serif}', '.a{font:700 12px "Playfair Display"}'])(
    'are the brand’s: %s',
    (css) => {
      expect(proveFonts(css, FONTS)?.violation).toEqual({ kind: 'boxes', boxes: [] })
    },
  )

  it('are not the brand’s', () => {
    const found = proveFonts('.a{font-family:Inter,"Comic Sans MS"}', FONTS)
    expect(found).toMatchObject({
      guard: { severity: 'block' },
      violation: { kind: 'boxes', boxes: [[]] },
    })
    expect(found?.fix).toContain('names the font Comic Sans MS')
  })

  it('are free where the brand names none', () => {
    expect(proveFonts('.a{font-family:Impact}', null)).toBeUndefined()
  })
})
