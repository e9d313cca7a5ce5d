import { propagate } from './avoid-boxes'
import { type Box, boxHolds, createMask, type Domains, narrow, type Row } from './box'
import type { CombinationSelection } from './combination-index'

/** Beginnings that are looked at; so many are tried before a listing ends early. */
const MAX_TRIED = 200_000

/**
 * The first combinations of a selection in its order, one by one, and whether these are all: for
 * what is too entangled to be numbered. Each step first takes out what can't be chosen any more.
 */
export function listFirstRows(
  { domains, excluded, anyOf = null }: CombinationSelection,
  limit: number,
): { rows: readonly Row[]; isWhole: boolean } {
  const rows: Row[] = []
  let tried = 0
  const visit = (left: Domains, boxes: readonly Box[], slot: number): boolean => {
    if (++tried > MAX_TRIED) return false
    const state = propagate(left, boxes)
    if (!state) return true
    const domain = state.domains[slot]
    if (!domain) {
      const row = Uint16Array.from(state.domains, (own) => own.indexOf(1))
      if (anyOf && !anyOf.some((box) => boxHolds(box, row))) return true
      if (rows.length === limit) return false
      rows.push(row)
      return true
    }
    for (const [asset, held] of domain.entries()) {
      if (held === 0) continue
      const only = createMask(domain.length, (other) => other === asset)
      if (!visit(narrow(state.domains, slot, only), state.open, slot + 1)) return false
    }
    return true
  }
  return { isWhole: visit(domains, excluded, 0), rows }
}
