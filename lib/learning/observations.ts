/**
 * What happened to one combination of assets in one context cell. `successes` may exceed
 * `impressions` in a batch: a click can arrive in a later batch than its impression.
 */
export interface Observation {
  /** Value of each context feature. */
  readonly cell: Readonly<Record<string, string>>
  /** Asset shown in each slot. */
  readonly assets: Readonly<Record<string, string>>
  readonly impressions: number
  readonly successes: number
}

function canonicalKey(record: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Sums rows of the same cell and the same assets. The result is in a canonical order, so it does
 * not depend on the order of the rows. Counts are added as they are: `updatePosterior` checks them.
 */
export function groupObservations(rows: readonly Observation[]): Observation[] {
  const groups = new Map<string, Observation>()
  for (const row of rows) {
    const key = `${canonicalKey(row.cell)} ${canonicalKey(row.assets)}`
    const group = groups.get(key)
    groups.set(key, {
      cell: row.cell,
      assets: row.assets,
      impressions: (group?.impressions ?? 0) + row.impressions,
      successes: (group?.successes ?? 0) + row.successes,
    })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}
