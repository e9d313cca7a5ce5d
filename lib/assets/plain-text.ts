import { z } from 'zod'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
// Control characters but for the white space that is folded, and the marks that reorder text.
// eslint has no objection to \p classes: Cc = control, the rest are bidirectional overrides.
const forbiddenCharacter = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u
const whiteSpace = /[\t\n\r\u0085\u2028\u2029 ]+/g

/** Folds every run of white space to one space, trims, and composes to NFC. */
export function normalizePlainText(text: string): string {
  return text.replace(whiteSpace, ' ').trim().normalize('NFC')
}

/** Length as a reader counts it: one for 👩‍🚀, one for é however it is written. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _segment of graphemes.segment(text)) count += 1
  return count
}

/**
 * One line of text a person typed: normalised, then refused if it is empty (unless `minLength` is
 * 0), longer than `maxLength` characters as a reader counts them, or holds what has no place in
 * copy: control characters, bidirectional overrides, halves of surrogate pairs.
 */
export function plainTextSchema(label: string, maxLength: number, minLength: 0 | 1 = 1) {
  return z
    .string()
    .max(maxLength * 12 + 100, `${label} may have at most ${maxLength} characters.`)
    .refine((text) => text.isWellFormed(), `${label} holds broken characters.`)
    .overwrite(normalizePlainText)
    .refine(
      (text) => !forbiddenCharacter.test(text),
      `${label} holds invisible control characters.`,
    )
    .refine((text) => text.length >= minLength, `${label} is empty.`)
    .refine(
      (text) => text.length <= maxLength * 8 && countCharacters(text) <= maxLength,
      `${label} may have at most ${maxLength} characters.`,
    )
}
