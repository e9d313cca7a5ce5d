import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Policy, SlotCandidates } from '@/lib/decision/policy'
import type { PolicyTable } from '@/lib/decision/policy-table'
import type { WeightedCell } from '@/lib/learning/draw-rates'
import { featureValue } from '@/lib/learning/posterior'

const COMMONEST = 6
const MAX_CELLS = 12

export interface CellTable {
  readonly cell: WeightedCell['cell']
  readonly weight: number
  readonly table: PolicyTable
}

/**
 * What the policy serves in the commonest contexts, and in the commonest of each value of a feature.
 * Compiling one takes up to tens of milliseconds, so that other requests get their turn between.
 */
export async function compileRecentTables(
  policy: Policy,
  candidates: readonly SlotCandidates[],
  cells: readonly WeightedCell[],
  splitBy: string | undefined,
): Promise<CellTable[]> {
  const tables: CellTable[] = []
  for (const { cell, weight } of pickCells(cells, splitBy)) {
    await letOthersRun()
    const table = policy.tableOf(cell, candidates)
    if (table) tables.push({ cell, weight, table })
  }
  return tables
}

/** `cells` come with the commonest first. */
function pickCells(cells: readonly WeightedCell[], splitBy: string | undefined): WeightedCell[] {
  const seen = new Set<string>()
  const isFirstOfValue = ({ cell }: WeightedCell) => {
    const value = splitBy === undefined ? undefined : featureValue(cell, splitBy)
    if (value === undefined || seen.has(value)) return false
    seen.add(value)
    return true
  }
  const firsts = cells.filter(isFirstOfValue)
  const picked = new Set([...cells.slice(0, COMMONEST), ...firsts].slice(0, MAX_CELLS))
  return picked.size > 0 ? [...picked] : [{ cell: {}, weight: 1 }]
}
