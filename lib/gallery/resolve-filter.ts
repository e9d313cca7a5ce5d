import type { Snapshot } from '@/lib/decision/snapshot'
import { type CombinationFilter, NO_FILTER } from '@/lib/permutations/combination-filter'

/** An element as an address carries it: `slot:assetId`. Slots hold no colon. */
export type ElementName = string

export interface GalleryChoice {
  readonly only: readonly ElementName[]
  readonly without: readonly ElementName[]
  readonly segmentId: string | null
  /** Texts of this locale only, where a slot has any. */
  readonly locale: string | null
}

export function nameElement(slot: string, assetId: string): ElementName {
  return `${slot}:${assetId}`
}

export function readElementName(name: ElementName): { slot: string; assetId: string } {
  const colon = name.indexOf(':')
  return { slot: name.slice(0, colon), assetId: name.slice(colon + 1) }
}

/** What was chosen on the screen as a filter of combinations. */
export function resolveFilter(
  { slots }: Pick<Snapshot, 'slots'>,
  locales: Readonly<Record<string, string>>,
  { only, without, segmentId, locale }: GalleryChoice,
): CombinationFilter {
  const otherTexts =
    locale === null ? [] : slots.flatMap(({ key, assetIds }) => namesOfOthers(key, assetIds))
  function namesOfOthers(key: string, assetIds: readonly string[]): ElementName[] {
    const texts = assetIds.filter((id) => Object.hasOwn(locales, id))
    const others = texts.filter((id) => locales[id] !== locale)
    return others.length === texts.length ? [] : others.map((id) => nameElement(key, id))
  }
  return {
    ...NO_FILTER,
    only: groupBySlot(only),
    without: groupBySlot([...without, ...otherTexts]),
    segmentId,
  }
}

function groupBySlot(names: readonly ElementName[]): Record<string, string[]> {
  const elements = names.map(readElementName).filter(({ slot, assetId }) => slot && assetId)
  const bySlot = Map.groupBy(elements, ({ slot }) => slot)
  return Object.fromEntries(
    [...bySlot].map(([slot, own]) => [slot, own.map(({ assetId }) => assetId)]),
  )
}
