import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { type BrandKit, brandKitSchema, DEFAULT_BRAND_KIT, parseBrandKit } from './brand-kit'
import { checkAsset } from './check-asset'
import { BLOCK, buildBrandAsset, buildKit, WARN } from './testing/build-kit'

const context = { nameOf: (id: string) => (id === 'terms' ? 'Terms' : null) }
const check = (kit: Partial<BrandKit>, asset: Parameters<typeof buildBrandAsset>[0]) =>
  checkAsset(buildKit(kit), buildBrandAsset(asset), context)
const words = (change: Partial<BrandKit['voice']['words'][number]>) => ({
  voice: {
    ...DEFAULT_BRAND_KIT.voice,
    words: [
      {
        ...{ ...BLOCK, id: 'w1', kind: 'banned' as const, phrases: ['cheap'] },
        ...{ locales: [], assetKinds: [] },
        ...change,
      },
    ],
  },
})
const voice = (change: Partial<BrandKit['voice']>) => ({
  voice: { ...DEFAULT_BRAND_KIT.voice, ...change },
})

describe('checkAsset', () => {
  it('asks nothing of an asset while there is no kit', () => {
    expect(check({}, { text: 'CHEAP CHEAP CHEAP!!!' })).toEqual([])
  })

  it('names the banned word, the rule, its reason and its owner', () => {
    expect(check(words({}), { text: 'Cheap, cheaper, cheapest' })).toEqual([
      {
        ...{ ruleId: 'w1', kind: 'banned_words', severity: 'block', reason: 'Because' },
        message: 'It says “cheap”, which the brand does not say.',
        ...{ fix: 'Say it in other words.', owner: 'Brand team' },
      },
    ])
  })

  it('keeps a rule to its languages and kinds', () => {
    const german = words({ locales: ['de'], assetKinds: ['body'] })
    const text = 'cheap'
    expect(check(german, { text, kind: 'body', locale: 'de-CH' })).toHaveLength(1)
    expect(check(german, { text, kind: 'body', locale: 'den' })).toEqual([])
    expect(check(german, { text, kind: 'headline', locale: 'de' })).toEqual([])
  })

  it('asks for one of the required words', () => {
    const rule = words({ kind: 'required', phrases: ['terms apply', 'while stocks last'] })
    expect(check(rule, { text: 'While stocks last.' })).toEqual([])
    expect(check(rule, { text: 'Prices include VAT.' })[0]?.message).toBe(
      'It has to say one of “terms apply”, “while stocks last”.',
    )
  })

  it.each([
    ['capitals', { capitals: { ...WARN, maxShare: 0.5 } }, 'STAY DRY OUT there', '67 %'],
    ['exclamations', { exclamations: { ...WARN, maxCount: 0 } }, 'Go!', 'an exclamation mark'],
    [
      'reading_level',
      { readingLevel: { ...WARN, maxLix: 40 } },
      'Uncompromisingly manufactured weatherproof outerwear for passionate adventurers everywhere.',
      'LIX',
    ],
  ] as const)('checks %s', (kind, change, text, words) => {
    const [finding] = check(voice(change), { text })
    expect(finding).toMatchObject({ kind, ruleId: kind, severity: 'warn' })
    expect(finding?.message).toContain(words)
    expect(check(voice(change), { text: 'Go out and stay out.' })).toEqual([])
  })

  it('hints at the disclaimer that a claim needs, and never blocks the text itself', () => {
    const claim = { ...BLOCK, id: 'c1', phrases: ['from €*'], locales: [] }
    const kit = {
      claims: [{ ...claim, disclaimer: { assetIds: ['terms', 'x'], tags: ['legal'] } }],
    }
    expect(check(kit, { text: 'Jackets from € 99' })).toMatchObject([
      {
        severity: 'warn',
        message:
          '“from €*” is a claim: every ad with it has to show “Terms” or an asset that is gone or something tagged “legal”.',
      },
    ])
  })

  it('holds themes and logos, but not photographs, to the palette', () => {
    const palette = { ...BLOCK, colors: [{ name: 'Pine', hex: '#1f4a43' }], tolerance: 0.05 }
    const theme = { groundColor: '#ffffff', accentColor: '#c0392b', textColor: '#204b44' }
    const findings = check({ palette }, { kind: 'theme', text: null, themeColors: theme })
    expect(findings.map(({ message }) => message.slice(0, 27))).toEqual([
      'The colour “accent” #c0392b',
    ])
    expect(findings[0]?.fix).toBe('Use Pine (#1f4a43).')
    const red = { text: null, dominantColors: ['#c0392b', '#1f4a43'] }
    expect(check({ palette }, { ...red, kind: 'logo' })).toHaveLength(1)
    expect(check({ palette }, { ...red, kind: 'image' })).toEqual([])
  })

  it('refuses a logo that is smaller than it may be shown', () => {
    const kit = { logo: { ...BLOCK, minWidthPx: 60, clearSpaceRatio: 0.2 } }
    expect(check(kit, { kind: 'logo', text: null, widthPx: 59 })).toHaveLength(1)
    expect(check(kit, { kind: 'logo', text: null, widthPx: 60 })).toEqual([])
    expect(check(kit, { kind: 'image', text: null, widthPx: 10 })).toEqual([])
  })
})

describe('brandKitSchema', () => {
  it('takes the default, and refuses what is no kit', () => {
    expect(brandKitSchema.parse(DEFAULT_BRAND_KIT)).toEqual(DEFAULT_BRAND_KIT)
    expect(parseBrandKit({ formatVersion: 2 })).toBeNull()
    expect(parseBrandKit(null)).toBeNull()
  })

  it.each([
    ['rules of one id', { ...words({}), claims: [], pairs: [pair('w1')] }],
    ['a selector of nothing', { pairs: [{ ...pair('p1'), second: { assetIds: [], tags: [] } }] }],
    ['fonts that end a declaration', { fonts: { ...BLOCK, heading: 'A;}', body: 'B' } }],
    [
      'a colour by name',
      { palette: { ...BLOCK, tolerance: 0, colors: [{ name: 'R', hex: 'red' }] } },
    ],
    [
      'a rule without an owner',
      { logo: { ...BLOCK, owner: ' ', minWidthPx: 60, clearSpaceRatio: 0 } },
    ],
  ])('refuses %s', (_, change) => {
    expect(brandKitSchema.safeParse({ ...DEFAULT_BRAND_KIT, ...change }).success).toBe(false)
  })
})

function pair(id: string) {
  const selector = { assetIds: ['a'], tags: [] }
  return { ...BLOCK, id, kind: 'never' as const, first: selector, second: selector }
}

const naughty = 'attack/blns/blns.json'

describeFixtures('naughty strings', naughty, () => {
  it('are judged, never thrown at', () => {
    const kit = buildKit({
      ...voice({
        ...words({ phrases: ['a*', '最高'] }).voice,
        capitals: { ...WARN, maxShare: 0.5 },
        exclamations: { ...WARN, maxCount: 0 },
        readingLevel: { ...WARN, maxLix: 20 },
      }),
    })
    const found = readFixture<string[]>(naughty).flatMap((text) =>
      checkAsset(kit, buildBrandAsset({ text }), context),
    )
    expect(found.length).toBeGreaterThan(50)
  })
})
