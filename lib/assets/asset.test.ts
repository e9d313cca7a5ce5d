import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { checkCopyText, COPY_MAX_LENGTH, createCopyAssetSchema } from './asset'

const make = (kind: string, text: string) => createCopyAssetSchema.safeParse({ kind, text })

describe('createCopyAssetSchema', () => {
  it.each(Object.entries(COPY_MAX_LENGTH))(
    'takes %s of %i characters and not one more',
    (kind, length) => {
      expect(make(kind, 'é'.repeat(length)).success).toBe(true)
      expect(make(kind, '👩‍🚀'.repeat(length)).success).toBe(true)
      expect(make(kind, 'e'.repeat(length + 1)).success).toBe(false)
    },
  )

  it('composes, trims and folds white space', () => {
    expect(make('headline', '  Cafe\u0301 \n\t du  Nord ').data).toMatchObject({
      text: 'Café du Nord',
    })
  })

  it.each(['', '   ', 'a\0b', 'a\u0007b', 'a\u202eb', 'a\ud800b', '\u200e\u2066x'])(
    'refuses %j',
    (text) => {
      expect(make('headline', text).success).toBe(false)
    },
  )

  it('refuses a letter with a thousand accents', () => {
    expect(make('headline', `e${'\u0301'.repeat(1000)}`).success).toBe(false)
  })

  it('refuses pictures and unknown kinds', () => {
    expect(make('image', 'x').success).toBe(false)
    expect(make('__proto__', 'x').success).toBe(false)
  })

  it('lower-cases tags and keeps each once', () => {
    const parsed = createCopyAssetSchema.parse({ kind: 'cta', text: 'Go', tags: ['Rain', 'rain '] })
    expect(parsed.tags).toEqual(['rain'])
  })

  it('normalises once: what was taken is taken again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const first = checkCopyText('headline', text)
        if (first.kind === 'invalid') return
        expect(checkCopyText('headline', first.text)).toEqual(first)
        expect(first.text.isWellFormed()).toBe(true)
      }),
    )
  })
})

const naughty = 'attack/blns/blns.json'

describeFixtures('naughty strings', naughty, () => {
  it('are taken or refused with a message, never thrown at', () => {
    const strings = readFixture<string[]>(naughty)
    const results = strings.map((text) => checkCopyText('disclaimer', text))
    expect(results.filter((result) => result.kind === 'ok').length).toBeGreaterThan(300)
    for (const result of results) {
      if (result.kind === 'invalid') expect(result.message).toMatch(/^The text/)
    }
  })
})
