import type { Condition } from '@/lib/decision/condition'
import type { ContextFields } from '@/lib/decision/field-index'

/** A language of viewers that the campaign has copy for or asks about. */
export interface AuditLocale {
  /** `de`, `de-CH`. */
  readonly tag: string
  /** `German`, `Swiss High German`. */
  readonly label: string
  /** Segments or rules read it: without copy in it somebody is left out. */
  readonly isAsked: boolean
}

export const MAX_LOCALES = 20
/** What assets are in before anybody says otherwise, so it says nothing about a picture. */
const DEFAULT_LANGUAGE = 'en'
const LANGUAGE_FIELD = 'locale.language'

/** The languages of conditions first, then those of the copy, the most frequent first. */
export function listLocales(
  copyLocales: readonly string[],
  conditions: readonly Condition[],
): { locales: AuditLocale[]; omittedCount: number } {
  const asked = new Set(conditions.flatMap(listAskedLanguages))
  const counts = new Map<string, number>()
  for (const tag of copyLocales) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const spoken = [...counts].toSorted((a, b) => b[1] - a[1]).map(([tag]) => tag)
  const tags = [...new Set([...asked, ...spoken])]
  const locales = tags
    .slice(0, MAX_LOCALES)
    .map((tag) => ({ tag, label: labelLocale(tag), isAsked: asked.has(tag) }))
  return { locales, omittedCount: tags.length - locales.length }
}

export function languageOf(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase()
}

/** What the engine is told of a viewer of this language; a region tells the country too. */
export function contextOfLocale(tag: string): ContextFields {
  const region = regionOf(tag)
  return { [LANGUAGE_FIELD]: languageOf(tag), ...(region && { 'place.country': region }) }
}

/** Whether somebody of one locale understands what is in another: `de` and `de-CH`, not `de-AT` and `de-CH`. */
export function isSameLanguage(assetLocale: string, viewerLocale: string): boolean {
  if (languageOf(assetLocale) !== languageOf(viewerLocale)) return false
  const [own, wanted] = [regionOf(assetLocale), regionOf(viewerLocale)]
  return own === null || wanted === null || own === wanted
}

/**
 * Whether an asset counts for viewers of a locale. Copy has to be in their language. What has no
 * text counts for all, unless it was given another language than the default (a picture with German
 * words in it). Markets keep an asset from other regions.
 */
export function countsForLocale(
  asset: {
    readonly hasText: boolean
    readonly locale: string
    readonly markets: readonly string[]
  },
  viewerLocale: string,
): boolean {
  const region = regionOf(viewerLocale)
  if (region !== null && asset.markets.length > 0 && !asset.markets.includes(region)) return false
  if (!asset.hasText && languageOf(asset.locale) === DEFAULT_LANGUAGE) return true
  return isSameLanguage(asset.locale, viewerLocale)
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

export function labelLocale(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}

function regionOf(tag: string): string | null {
  const region = tag.split('-').find((part, index) => index > 0 && /^[A-Za-z]{2}$/.test(part))
  return region?.toUpperCase() ?? null
}

function listAskedLanguages(condition: Condition): string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(listAskedLanguages)
    case 'not':
      return listAskedLanguages(condition.of)
    case 'segment':
      return []
    case 'compare': {
      if (condition.field !== LANGUAGE_FIELD) return []
      const values = Array.isArray(condition.value) ? condition.value : [condition.value]
      return values.flatMap((value) =>
        typeof value === 'string' && /^[a-z]{2,3}$/.test(value) ? [value] : [],
      )
    }
  }
}
