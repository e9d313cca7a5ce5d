import { type ColumnRole, fromMapping } from '@/lib/sources/guess-mapping'
import type { Mapping } from '@/lib/sources/mapping'

/** The stored roles for the columns they name; new columns wait to be chosen. */
export function applyMapping(mapping: Mapping, guess: readonly ColumnRole[]): ColumnRole[] {
  const stored = new Map(fromMapping(mapping).map((role) => [role.column, role]))
  return guess.map((role) => stored.get(role.column) ?? { ...role, role: 'ignored' })
}
