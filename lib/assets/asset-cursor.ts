import { z } from 'zod'
import { type AssetSort, assetSortSchema, type SortOrder, sortOrderSchema } from './asset-list'

/** Where a page ended: what the last row was sorted by, and its id. */
export interface AssetCursor {
  readonly sort: AssetSort
  readonly order: SortOrder
  readonly key: string
  readonly id: string
}

const cursorSchema = z.tuple([assetSortSchema, sortOrderSchema, z.string(), z.string()])

/** Opaque, and safe in an address. */
export function writeAssetCursor({ sort, order, key, id }: AssetCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, order, key, id]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Null for what `writeAssetCursor` has not written. */
export function parseAssetCursor(cursor: string): AssetCursor | null {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const [sort, order, key, id] = cursorSchema.parse(JSON.parse(text))
    if (!isKeyOf(sort, key) || key.includes('\0') || id.includes('\0')) return null
    return { sort, order, key, id }
  } catch {
    return null
  }
}

/** A forged key must not reach the database as a date or number that is none. */
function isKeyOf(sort: AssetSort, key: string): boolean {
  if (sort === 'name') return true
  if (sort === 'weight') return /^\d{1,9}$/.test(key)
  if (sort === 'rights_end' && key === 'infinity') return true
  return z.iso.datetime().safeParse(key).success
}
