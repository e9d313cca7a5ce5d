import type { BrandKit, Guard } from './brand-kit'
import { createFinding, type Finding } from './finding'
import { findPhrases, foldWords } from './match-phrases'
import { countExclamations, measureCapitals, measureReadingLevel } from './measure-voice'
import type { BrandAsset } from './check-asset'

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** What a piece of copy says against the tone of voice. */
export function checkVoice(
  { voice }: Pick<BrandKit, 'voice'>,
  { kind, locale, text }: BrandAsset & { readonly text: string },
): Finding[] {
  return [
    ...checkWords(voice.words, { kind, locale, text }),
    ...checkCapitals(voice.capitals, text),
    ...checkExclamations(voice.exclamations, text),
    ...checkReadingLevel(voice.readingLevel, text, locale),
  ]
}

/** Whether a rule for some languages is for a text in this one: `de` is for `de-CH` too. */
export function isForLocale(locales: readonly string[], locale: string): boolean {
  const own = locale.toLowerCase()
  return (
    locales.length === 0 ||
    locales.some((one) => own === one.toLowerCase() || own.startsWith(`${one.toLowerCase()}-`))
  )
}

export function quoteList(phrases: readonly string[]): string {
  return phrases.map((phrase) => `“${phrase}”`).join(', ')
}

function checkWords(
  rules: BrandKit['voice']['words'],
  { kind, locale, text }: Pick<BrandAsset, 'kind' | 'locale'> & { readonly text: string },
): Finding[] {
  const folded = foldWords(text)
  return rules.flatMap((rule) => {
    if (rule.assetKinds.length > 0 && !rule.assetKinds.includes(kind)) return []
    if (!isForLocale(rule.locales, locale)) return []
    const found = findPhrases(folded, rule.phrases)
    if (rule.kind === 'banned') {
      if (found.length === 0) return []
      const message = `It says ${quoteList(found)}, which the brand does not say.`
      return [createFinding('banned_words', rule, message, 'Say it in other words.')]
    }
    if (found.length > 0) return []
    const [message, fix] =
      rule.phrases.length === 1
        ? [`It has to say ${quoteList(rule.phrases)}.`, 'Add it to the text.']
        : [`It has to say one of ${quoteList(rule.phrases)}.`, 'Add one of them to the text.']
    return [createFinding('required_words', rule, message, fix)]
  })
}

function checkCapitals(rule: BrandKit['voice']['capitals'], text: string): Finding[] {
  const share = rule && measureCapitals(text)
  if (!rule || share === null || share <= rule.maxShare) return []
  const message = `${percent(share)} of its letters are capitals; the brand allows ${percent(rule.maxShare)}.`
  return [createFinding('capitals', rule, message, 'Write it in small letters.')]
}

function checkExclamations(rule: BrandKit['voice']['exclamations'], text: string): Finding[] {
  const count = rule ? countExclamations(text) : 0
  if (!rule || count <= rule.maxCount) return []
  const allowed = rule.maxCount === 0 ? 'none' : `at most ${rule.maxCount}`
  const message = `It has ${count === 1 ? 'an exclamation mark' : `${count} exclamation marks`}; the brand allows ${allowed}.`
  return [createFinding('exclamations', rule, message, 'End with a full stop.')]
}

function checkReadingLevel(
  rule: (Guard & { readonly maxLix: number }) | null,
  text: string,
  locale: string,
): Finding[] {
  const level = rule && measureReadingLevel(text, locale)
  if (!rule || level === null || level <= rule.maxLix) return []
  const message = `Its reading level is ${Math.round(level)} (LIX); the brand allows ${rule.maxLix}.`
  const fix = 'Use shorter sentences, and words of six letters or fewer.'
  return [createFinding('reading_level', rule, message, fix)]
}
