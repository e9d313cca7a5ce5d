export type Direction = 'ltr' | 'rtl'

const RTL_LANGUAGES = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
])
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** By the first letter that has a direction, as `dir="auto"` does; left to right without one. */
export function directionOfText(text: string): Direction {
  const first = /\p{L}/u.exec(text)?.[0]
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : 'ltr'
}

/** Of a language tag: `ar-EG` is right to left, `az-Arab` by its script, `ar-Latn` is not. */
export function directionOfLocale(locale: string): Direction {
  const [language = '', ...rest] = locale.split('-')
  const script = rest.find((part) => part.length === 4)
  if (script) return /^(arab|hebr|syrc|thaa|nkoo)$/i.test(script) ? 'rtl' : 'ltr'
  return RTL_LANGUAGES.has(language.toLowerCase()) ? 'rtl' : 'ltr'
}
