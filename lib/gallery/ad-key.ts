import type { Row } from '@/lib/permutations/box'
import type { Space } from '@/lib/permutations/space'

const SEPARATOR = '~'

/** A combination by its elements: the asset of each slot, in the order of slots. */
export function adKeyOf({ slots }: Pick<Space, 'slots'>, row: Row): string {
  return joinAdKey(slots.map(({ assetIds }, slot) => assetIds[row[slot] ?? -1] ?? ''))
}

export function joinAdKey(assetIds: readonly string[]): string {
  return assetIds.join(SEPARATOR)
}

/** Null for a key of other slots or of elements that they don't hold. */
export function readAdKey({ slots }: Pick<Space, 'slots'>, key: string): Row | null {
  const ids = key.split(SEPARATOR)
  if (ids.length !== slots.length) return null
  const picks = slots.map(({ assetIds }, slot) => assetIds.indexOf(ids[slot] ?? ''))
  return picks.includes(-1) ? null : Uint16Array.from(picks)
}

/** The asset of each slot, as records of decisions have it. */
export function assetsOfRow({ slots }: Pick<Space, 'slots'>, row: Row): Record<string, string> {
  return Object.fromEntries(
    slots.map(({ key, assetIds }, slot) => [key, assetIds[row[slot] ?? -1] ?? '']),
  )
}
