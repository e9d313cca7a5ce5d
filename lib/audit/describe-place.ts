import { labelAdSize } from '@/lib/decision/ad-size'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import type { AssetKind } from '@/lib/decision/snapshot'
import { type AuditGround, type GroundSlot, placedWithRoom, SIZES } from './audit-ground'
import type { Gap } from './merge-gaps'

export function nounOf(kind: AssetKind): string {
  return KIND_LABELS[kind].toLowerCase()
}

/** “a”, “a and b”, “a, b and c”; of many the first few, and how many more. */
export function listWords(words: readonly string[], limit = 4): string {
  const shown = words.slice(0, limit)
  const more = words.length - shown.length
  const all = more > 0 ? [...shown, `${more} more`] : shown
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(all).replace(', and ', ' and ')
}

/** “ for 320 × 50 in German for the segment “Rainy””: what is everywhere so is not said. */
export function describePlace(ground: AuditGround, slot: GroundSlot, gap: Gap): string {
  const sizes = gap.sizes.flatMap((size) => SIZES[size] ?? [])
  const isEverySize = gap.sizes.length === placedWithRoom(ground, slot).length
  const audiences =
    gap.audiences === 'all' ? [] : gap.audiences.map((index) => ground.audiences[index])
  const names = audiences.flatMap((audience) =>
    audience && audience.segmentId !== null ? `“${audience.label}”` : [],
  )
  const languages =
    gap.locales === 'all' || ground.locales.length < 2
      ? []
      : gap.locales.flatMap((index) => (index === null ? [] : (ground.locales[index]?.label ?? [])))
  return [
    isEverySize && sizes.length > 1 ? '' : ` for ${listWords(sizes.map(labelAdSize))}`,
    languages.length > 0 ? ` in ${listWords(languages)}` : '',
    names.length > 0 ? ` for the segment${names.length > 1 ? 's' : ''} ${listWords(names)}` : '',
    audiences.some((audience) => audience?.segmentId === null)
      ? names.length > 0
        ? ' and whoever is in none'
        : ' for whoever is in no segment'
      : '',
  ].join('')
}

/** “Walking boots that last” as people tell it from others: its words or its name. */
export function quoteAsset({ text, name }: { text: string | null; name: string }): string {
  const words = text ?? name
  return `“${words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words}”`
}
