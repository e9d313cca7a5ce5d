import { Budget, listWaysOut, propagate } from './avoid-boxes'
import type { Box, Domains, Row } from './box'

export type FoundRow = { kind: 'found'; row: Row } | { kind: 'none' } | { kind: 'undecided' }

/**
 * A combination of the domains that lies in none of the boxes, or that there is none: exact, by
 * propagation and a search over boxes (never over combinations). Of each slot the first possible
 * asset. Undecided where the boxes are too entangled.
 */
export function findRow(domains: Domains, boxes: readonly Box[], budget = new Budget()): FoundRow {
  if (!budget.spend()) return { kind: 'undecided' }
  const state = propagate(domains, boxes)
  if (!state) return { kind: 'none' }
  const [box] = state.open
  if (!box) return { kind: 'found', row: firstRow(state.domains) }
  for (const way of listWaysOut(state.domains, box)) {
    const found = findRow(way, state.open, budget)
    if (found.kind !== 'none') return found
  }
  return { kind: 'none' }
}

function firstRow(domains: Domains): Row {
  return Uint16Array.from(domains, (domain) => domain.indexOf(1))
}
