import { groupTiedSlots } from '@/lib/decision/group-tied-slots'
import { propagate } from './avoid-boxes'
import type { Box, Domains } from './box'
import { countInOrder } from './count-in-order'
import type { Weights } from './maximise-sum'

/**
 * How many combinations of the domains lie in none of the boxes, exactly. Slots that no box ties
 * together multiply; tied ones are gone through one by one, see `countInOrder`. Null where the
 * boxes are too entangled, or the number too large to be exact.
 */
export function countRows(domains: Domains, boxes: readonly Box[]): number | null {
  const state = propagate(domains, boxes)
  if (!state) return 0
  const neighbours = domains.map((_, slot) =>
    state.open.flatMap((box) =>
      box.some((part) => part.slot === slot) ? box.map((part) => part.slot) : [],
    ),
  )
  let count = 1
  for (const group of groupTiedSlots(neighbours)) {
    const own = state.open.filter((box) => box.some((part) => group.includes(part.slot)))
    const ways = countInOrder(state.domains, own, orderSlots(group, own))
    if (ways === null) return null
    count *= ways
  }
  return Number.isSafeInteger(count) ? count : null
}

/** How many of them add up to more than a limit; null like above. */
export function countRowsAbove(
  domains: Domains,
  boxes: readonly Box[],
  weights: Weights,
  limit: number,
): number | null {
  const state = propagate(domains, boxes)
  if (!state) return 0
  const spreads = state.domains.map((domain, slot) => spreadOf(domain, weights[slot] ?? []))
  // What weighs most differently first: then most beginnings are soon settled.
  const slots = [...spreads.keys()].sort(
    (one, other) => (spreads[other] ?? 0) - (spreads[one] ?? 0) || one - other,
  )
  return countInOrder(state.domains, state.open, slots, { weights, limit })
}

/** Greedily, so that as few boxes as possible are open at any time. */
function orderSlots(group: readonly number[], boxes: readonly Box[]): number[] {
  const order: number[] = []
  const rest = new Set(group)
  const openAfter = (slot: number) => {
    const taken = new Set([...order, slot])
    return boxes.filter((box) => {
      const inside = box.filter((part) => taken.has(part.slot)).length
      return inside > 0 && inside < box.length
    }).length
  }
  while (rest.size > 0) {
    let next = -1
    let fewest = Number.POSITIVE_INFINITY
    for (const slot of rest) {
      const open = openAfter(slot)
      if (open < fewest) [next, fewest] = [slot, open]
    }
    order.push(next)
    rest.delete(next)
  }
  return order
}

function spreadOf(domain: Uint8Array, weights: readonly number[]): number {
  const held = weights.filter((_, asset) => domain[asset] === 1)
  return Math.max(...held) - Math.min(...held)
}
