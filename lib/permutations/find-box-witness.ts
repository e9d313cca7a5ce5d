import { type Box, type Domains, isInside, type Mask, narrow, narrowToBox } from './box'
import { findRow } from './find-row'
import type { Space } from './space'
import type { Witness } from './witness'

/**
 * The fewest elements that lie in the boxes whatever stands beside them, and a reachable
 * combination that holds them. `live`: those of the boxes that are reachable, each by itself.
 * Null if it can't be decided.
 */
export function findBoxWitness(
  space: Space,
  boxes: readonly Box[],
  live: readonly Box[],
): Witness | null {
  const alone = smallestBox(space, live)
  const classes = classesOf(space.domains, boxes)
  const most = alone?.slots.length ?? space.slots.length
  for (let size = 0; size < most; size++) {
    for (const slots of listSubsets([...classes.keys()], size)) {
      const found = findElements(space, boxes, classes, slots)
      if (found) return found
    }
  }
  return alone
}

/** A box by itself: an element for each slot that it restricts. */
function smallestBox({ domains, excluded }: Space, boxes: readonly Box[]): Witness | null {
  let smallest: Witness | null = null
  for (const box of boxes) {
    const slots = box
      .filter(({ slot, assets }) => !isInside(domains[slot] ?? assets, assets))
      .map(({ slot }) => slot)
      .sort((one, other) => one - other)
    if (smallest && slots.length >= smallest.slots.length) continue
    const found = findRow(narrowToBox(domains, box), excluded)
    if (found.kind === 'found') smallest = { slots, row: found.row, isBenchmark: false }
  }
  return smallest
}

/** Elements of these slots beside which nothing can stay out of the boxes, and that can be shown. */
function findElements(
  { domains, excluded }: Space,
  boxes: readonly Box[],
  classes: ReadonlyMap<number, readonly Mask[]>,
  slots: readonly number[],
): Witness | null {
  const visit = (narrowed: Domains, depth: number): Witness | null => {
    const slot = slots[depth]
    if (slot === undefined) {
      if (findRow(narrowed, boxes).kind !== 'none') return null
      const found = findRow(narrowed, excluded)
      return found.kind === 'found' ? { slots, row: found.row, isBenchmark: false } : null
    }
    for (const mask of classes.get(slot) ?? []) {
      const found = visit(narrow(narrowed, slot, mask), depth + 1)
      if (found) return found
    }
    return null
  }
  return visit(domains, 0)
}

/** Of each slot that boxes restrict: its assets, by the boxes they are in; one of a class tells for all. */
function classesOf(domains: Domains, boxes: readonly Box[]): Map<number, Mask[]> {
  const classes = new Map<number, Mask[]>()
  for (const [slot, domain] of domains.entries()) {
    const parts = boxes.flatMap((box) => box.filter((part) => part.slot === slot))
    if (parts.length === 0) continue
    const byKey = new Map<string, Mask>()
    for (const [asset, held] of domain.entries()) {
      if (held === 0) continue
      const key = parts.map(({ assets }) => assets[asset]).join('')
      const mask = byKey.get(key) ?? new Uint8Array(domain.length)
      mask[asset] = 1
      byKey.set(key, mask)
    }
    classes.set(slot, [...byKey.values()])
  }
  return classes
}

export function listSubsets(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    listSubsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}
