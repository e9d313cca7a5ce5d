import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyKindSchema } from '@/lib/assets/asset'
import { guessSheetMapping, readCopySheet, sheetFieldSchema } from './copy-sheet'
import { describeFormula } from './sheet-formula'

const defaults = { locale: 'en', tags: [] }

describe('guessSheetMapping', () => {
  it.each([
    [
      ['Headline', 'Body', 'CTA', 'Legal'],
      ['headline', 'body', 'cta', 'disclaimer'],
    ],
    [
      ['kind', 'text', 'language'],
      ['kind', 'text', 'locale'],
    ],
    [
      ['Button text', 'call_to_action', 'Comment'],
      ['cta', 'ignore', 'ignore'],
    ],
  ])('%s', (columns, fields) => {
    expect(guessSheetMapping(columns)).toEqual(fields)
  })
})

describe('describeFormula', () => {
  it.each(['=1+1', ' =A1', '@SUM(1+9)*cmd', "+cmd|' /C calc'!A0", '-2+3+cmd|x', '=cmd'])(
    'refuses %s',
    (text) => expect(describeFormula(text)).toMatch(/formula/),
  )
  it.each(['-50 % today', '+1 free', '@home', '1 = 1', 'Buy one (get two)'])('takes %s', (text) =>
    expect(describeFormula(text)).toBeNull(),
  )
})

describe('readCopySheet', () => {
  it('gives each filled cell of a copy column either a piece of copy or a problem', () => {
    const cell = fc.oneof(fc.constant(''), fc.constantFrom('Warm', '=A1', 'x'.repeat(400), 'de'))
    const sheet = fc
      .array(fc.constantFrom(...sheetFieldSchema.options), { minLength: 1, maxLength: 6 })
      .chain((mapping) =>
        fc.record({
          mapping: fc.constant(mapping),
          rows: fc.array(fc.array(cell, { minLength: mapping.length, maxLength: mapping.length }), {
            maxLength: 8,
          }),
        }),
      )
    fc.assert(
      fc.property(sheet, ({ mapping, rows }) => {
        const holdsCopy = mapping.map(
          (field) => field === 'text' || copyKindSchema.safeParse(field).success,
        )
        const filled = rows.flatMap((row) => row.filter((text, at) => text && holdsCopy[at])).length
        const read = readCopySheet(
          mapping,
          rows.map((cells, at) => ({ row: at + 2, cells })),
          { mapping, kind: 'headline' },
          defaults,
        )
        expect(read.copies.length + read.problems.length).toBe(filled)
        expect(read.copies.every(({ copy }) => !copy.text.startsWith('='))).toBe(true)
      }),
    )
  })
})
