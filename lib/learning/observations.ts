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
  /** Sum over the impressions of how long ago they were shown, in hours. */
  readonly ageHours?: number
  /** Sum over the successes of how long after their impression they came, in hours. */
  readonly delayHours?: number
  /** Of the successes that are worth something: how many, Σ ln(value), Σ ln(value)². */
  readonly values?: LogValues
}

export interface LogValues {
  readonly count: number
  readonly sum: number
  readonly sumOfSquares: number
}

const NO_VALUES: LogValues = { count: 0, sum: 0, sumOfSquares: 0 }

function addValues(a: LogValues = NO_VALUES, b: LogValues = NO_VALUES): LogValues {
  return {
    count: a.count + b.count,
    sum: a.sum + b.sum,
    sumOfSquares: a.sumOfSquares + b.sumOfSquares,
  }
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
      ageHours: (group?.ageHours ?? 0) + (row.ageHours ?? 0),
      delayHours: (group?.delayHours ?? 0) + (row.delayHours ?? 0),
      values: addValues(group?.values, row.values),
    })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}
