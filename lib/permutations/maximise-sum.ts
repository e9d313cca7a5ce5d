import { Budget, listWaysOut, propagate } from './avoid-boxes'
import { type Box, boxHolds, type Domains, type Row } from './box'

/** Of each slot what each of its assets adds. */
export type Weights = readonly (readonly number[])[]

export type LargestSum =
  { kind: 'found'; row: Row; sum: number } | { kind: 'none' } | { kind: 'undecided' }

/**
 * The combination outside of all boxes whose assets add up to the most; exact, by branch and bound.
 * `above`: only sums beyond it are of interest.
 */
export function maximiseSum(
  domains: Domains,
  boxes: readonly Box[],
  weights: Weights,
  above = Number.NEGATIVE_INFINITY,
): LargestSum {
  const search: Search = { weights, budget: new Budget(), best: { kind: 'none' }, above }
  return visit(search, domains, boxes) ? search.best : { kind: 'undecided' }
}

interface Search {
  readonly weights: Weights
  readonly budget: Budget
  best: LargestSum
  above: number
}

function visit(search: Search, domains: Domains, boxes: readonly Box[]): boolean {
  if (!search.budget.spend()) return false
  const state = propagate(domains, boxes)
  if (!state) return true
  const row = heaviestRow(state.domains, search.weights)
  const sum = sumOf(row, search.weights)
  if (sum <= search.above) return true
  const broken = state.open.find((box) => boxHolds(box, row))
  if (!broken) {
    search.best = { kind: 'found', row, sum }
    search.above = sum
    return true
  }
  return listWaysOut(state.domains, broken).every((way) => visit(search, way, state.open))
}

export function sumOf(row: Row, weights: Weights): number {
  return row.reduce((sum, asset, slot) => sum + (weights[slot]?.[asset] ?? 0), 0)
}

function heaviestRow(domains: Domains, weights: Weights): Row {
  return Uint16Array.from(domains, (domain, slot) => {
    let heaviest = domain.indexOf(1)
    for (let asset = heaviest + 1; asset < domain.length; asset++) {
      const isHeavier = (weights[slot]?.[asset] ?? 0) > (weights[slot]?.[heaviest] ?? 0)
      if (domain[asset] === 1 && isHeavier) heaviest = asset
    }
    return heaviest
  })
}
