import { LRUCache } from 'lru-cache'
import type { SlotCandidates } from './policy'
import type { PolicyTable } from './policy-table'

/** Some 40 bytes a row: about 20 MB a policy at most. */
const MAX_ROWS = 500_000
/** What remembering a table costs besides its rows, in rows. */
const OVERHEAD_ROWS = 16
const MAX_NAMES = 2_000

interface Entry {
  readonly table: PolicyTable | null
}

/** A list of candidates in one word: equal lists have equal names. */
export function nameCandidates(candidates: readonly SlotCandidates[]): string {
  return JSON.stringify(candidates.map(({ slot, assetIds, weights }) => [slot, assetIds, weights]))
}

/**
 * The tables of one policy that were asked for lately, by cell and candidates. The engine hands
 * out the same array for the same eligibility, so mostly a list is known by identity and its name
 * is never built.
 */
export class TableCache {
  private readonly tables = new LRUCache<string, Entry>({
    maxSize: MAX_ROWS,
    sizeCalculation: ({ table }) => OVERHEAD_ROWS + (table?.probabilities.length ?? 0),
  })
  private readonly idsByName = new LRUCache<string, number>({ max: MAX_NAMES })
  private readonly ids = new WeakMap<readonly SlotCandidates[], number>()
  private nextId = 0

  /** The remembered table, undefined if there is none. */
  find(cellKey: string, candidates: readonly SlotCandidates[]): PolicyTable | null | undefined {
    return this.tables.get(this.keyOf(cellKey, candidates))?.table
  }

  /** The remembered table, or the one that `build` makes. */
  get(
    cellKey: string,
    candidates: readonly SlotCandidates[],
    build: () => PolicyTable | null,
  ): PolicyTable | null {
    const key = this.keyOf(cellKey, candidates)
    const known = this.tables.get(key)
    if (known) return known.table
    const table = build()
    this.tables.set(key, { table })
    return table
  }

  private keyOf(cellKey: string, candidates: readonly SlotCandidates[]): string {
    let id = this.ids.get(candidates)
    if (id === undefined) {
      const name = nameCandidates(candidates)
      id = this.idsByName.get(name) ?? this.nextId++
      this.idsByName.set(name, id)
      this.ids.set(candidates, id)
    }
    return `${id} ${cellKey}`
  }
}
