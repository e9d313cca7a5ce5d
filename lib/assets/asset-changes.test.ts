import { describe, expect, it } from 'vitest'
import { updateAssetSchema } from './asset'
import { type EditableAsset, findAssetChanges } from './asset-changes'
import { localeSchema, nameLocale } from './locale'
import { COUNTRY_CODES, marketsSchema, nameCountry } from './market'
import { checkThemeContrast, themeSchema } from './theme'

const THEME = {
  backgroundColor: '#ffffff',
  textColor: '#111111',
  accentColor: '#0a5c36',
  accentTextColor: '#ffffff',
}
const headline: EditableAsset = {
  ...{ kind: 'headline', name: 'Warm', text: 'Warm boots', altText: '', locale: 'en' },
  ...{ tags: ['sale'], markets: ['DE'], source: '', notes: '', theme: null },
  ...{ rightsStartAt: new Date('2026-01-01T00:00:00Z'), rightsEndAt: null },
  ...{ focalX: 0.5, focalY: 0.5 },
}
const find = (asset: EditableAsset, input: object) =>
  findAssetChanges(asset, updateAssetSchema.parse(input))

describe('what is changed', () => {
  it('is only what is different, however it is written', () => {
    const same = {
      ...{ name: ' Warm ', text: 'Warm  boots', tags: ['SALE', 'sale'], markets: ['DE', 'DE'] },
      rightsStartAt: '2026-01-01T01:00:00+01:00',
    }
    expect(find(headline, same)).toEqual({ kind: 'ok', changes: {} })
    expect(find(headline, { markets: ['FR', 'AT'], rightsStartAt: null })).toEqual({
      kind: 'ok',
      changes: { markets: ['AT', 'FR'], rightsStartAt: null },
    })
    const theme: EditableAsset = { ...headline, kind: 'theme', text: null, theme: THEME }
    const turned = Object.fromEntries(Object.entries(THEME).toReversed())
    expect(find(theme, { theme: turned })).toEqual({ kind: 'ok', changes: {} })
  })

  it.each([
    ['a text on a picture', { kind: 'image', text: null }, { text: 'x' }, 'text'],
    ['a focal point on copy', {}, { focalX: 0.1 }, 'focalX'],
    ['colours on copy', {}, { theme: THEME }, 'theme'],
    ['a text that is too long', {}, { text: 'x'.repeat(91) }, 'text'],
    ['rights that end first', {}, { rightsEndAt: '2025-12-31T00:00:00Z' }, 'rightsEndAt'],
    ['rights of no duration', {}, { rightsEndAt: '2026-01-01T00:00:00Z' }, 'rightsEndAt'],
  ] as const)('may not be %s', (_, kind, input, path) => {
    expect(find({ ...headline, ...kind }, input)).toMatchObject({ kind: 'invalid', path })
  })
})

describe('markets and languages', () => {
  it('are countries that there are', () => {
    expect(COUNTRY_CODES).toHaveLength(249)
    expect(new Set(COUNTRY_CODES).size).toBe(249)
    expect(COUNTRY_CODES.filter((code) => nameCountry(code) === code)).toEqual([])
    for (const wrong of ['de', 'XX', 'EU', '*', '']) {
      expect(marketsSchema.safeParse([wrong]).success).toBe(false)
    }
  })

  it('are spelt in the canonical way', () => {
    expect(localeSchema.parse('DE-ch')).toBe('de-CH')
    expect(localeSchema.parse('zh-hant')).toBe('zh-Hant')
    for (const wrong of ['', 'german', 'e', 'en_GB', '-de', 'x'.repeat(40)]) {
      expect(localeSchema.safeParse(wrong).success).toBe(false)
    }
    expect(nameLocale('de-CH')).toContain('German')
  })
})

it('a theme says which text cannot be read', () => {
  const faint = themeSchema.parse({ ...THEME, textColor: '#CCCCCC' })
  expect(checkThemeContrast(faint)).toMatchObject([
    { text: 'textColor', isEnough: false },
    { text: 'accentTextColor', isEnough: true },
  ])
})
