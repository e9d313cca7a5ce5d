import { z } from 'zod'

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** A language tag of BCP 47, in its canonical spelling: `de-CH`, `zh-Hant`, `ar`. */
export const localeSchema = z
  .string()
  .max(35, 'Use a language tag: en, de-CH.')
  .refine((tag) => canonicalLocale(tag) !== null, 'Use a language tag: en, de-CH.')
  .overwrite((tag) => canonicalLocale(tag) ?? tag)

/** Null for what is not a well-formed tag of a language. */
function canonicalLocale(tag: string): string | null {
  if (!/^[a-zA-Z]{2,3}(-|$)/.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** `Swiss High German` for `de-CH`; what is no tag as it is. */
export function nameLocale(tag: string): string {
  return canonicalLocale(tag) === null ? tag : (names.of(tag) ?? tag)
}

/** Languages to choose from; any other tag can be typed. */
export const COMMON_LOCALES: readonly string[] =
  'ar bg bn ca cs da de de-AT de-CH el en en-AU en-CA en-GB en-US es es-MX et fa fi fr fr-BE fr-CA fr-CH he hi hr hu id it ja ko lt lv ms nb nl nl-BE pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )
