import { createHash } from 'node:crypto'
import type { Snapshot } from '@/lib/decision/snapshot'

/** SHA-256 of what a snapshot says, whatever its revision: equal content, equal hash. */
export function hashSnapshot(snapshot: Snapshot): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys({ ...snapshot, revision: 0 })))
    .digest('hex')
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sortKeys(child)]),
  )
}
