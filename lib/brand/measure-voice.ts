import { foldText } from './fold-text'

/** Of fewer letters a share says nothing: “OK” and “SALE” are words, not shouting. */
const MIN_CASED_LETTERS = 8
/** Of fewer words the index is chance. */
const MIN_WORDS = 8
const LONG_WORD_LETTERS = 7

/**
 * Languages for which the index was compared: C. H. Björnsson, “Readability of newspapers in 11
 * languages”, Reading Research Quarterly 18 (1983), 480–497.
 */
const LIX_LANGUAGES = new Set([
  'da',
  'de',
  'en',
  'es',
  'fi',
  'fr',
  'it',
  'nb',
  'nn',
  'no',
  'pt',
  'ru',
  'sv',
])

/** Share of capitals among the letters that have a case, 0 to 1; null of too few letters. */
export function measureCapitals(text: string): number | null {
  let upper = 0
  let cased = 0
  for (const letter of text.match(/\p{L}/gu) ?? []) {
    if (letter.toLowerCase() === letter.toUpperCase()) continue
    cased += 1
    if (letter !== letter.toLowerCase()) upper += 1
  }
  return cased < MIN_CASED_LETTERS ? null : upper / cased
}

export function countExclamations(text: string): number {
  // ‼ and ⁉ fold to two signs, the full-width one to a plain one.
  return foldText(text).match(/[!❗❕]/gu)?.length ?? 0
}

/**
 * Björnsson's LIX (1968): words per sentence plus the percentage of words longer than six letters.
 * Below 30 very easy, 40 a newspaper's news, 50 an official text, from 60 on an essay. Null for a
 * language it is not defined for, and for fewer than 8 words.
 */
export function measureReadingLevel(text: string, locale: string): number | null {
  const language = locale.split('-')[0] ?? ''
  if (!LIX_LANGUAGES.has(language)) return null
  const words = splitBy('word', text, language).filter((segment) => /[\p{L}\p{N}]/u.test(segment))
  if (words.length < MIN_WORDS) return null
  const sentences = splitBy('sentence', text, language).filter((one) => /\p{L}/u.test(one))
  const long = words.filter((word) => Array.from(word).length >= LONG_WORD_LETTERS)
  return words.length / Math.max(1, sentences.length) + (100 * long.length) / words.length
}

const segmenters = new Map<string, Intl.Segmenter>()

function splitBy(granularity: 'word' | 'sentence', text: string, language: string): string[] {
  const key = `${granularity} ${language}`
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity })
  segmenters.set(key, segmenter)
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
