import { type Box, complementOf, type Domains, isEmpty, isInside, meets, narrow } from './box'

/**
 * Takes out of the domains what can't be chosen without falling into a box, until nothing changes:
 * a box of which every part but one is certain loses that one. Null if a box can't be avoided any
 * more. `open` are the boxes that still have to be watched.
 */
export function propagate(
  domains: Domains,
  boxes: readonly Box[],
): { domains: Domains; open: readonly Box[] } | null {
  let current = domains
  let open = boxes
  for (;;) {
    const next: Box[] = []
    let hasChanged = false
    for (const box of open) {
      const parts = openParts(current, box)
      if (parts === null) continue
      const [part] = parts
      if (part === undefined) return null
      if (parts.length > 1) {
        next.push(box)
        continue
      }
      current = narrow(current, part.slot, complementOf(part.assets))
      hasChanged = true
    }
    open = next
    if (!hasChanged) break
  }
  return current.some(isEmpty) ? null : { domains: current, open }
}

/** Parts that are not certain yet; null where the box is avoided whatever is chosen. */
function openParts(domains: Domains, box: Box): Box | null {
  const parts: Box[number][] = []
  for (const part of box) {
    const domain = domains[part.slot]
    if (!domain || !meets(domain, part.assets)) return null
    if (!isInside(domain, part.assets)) parts.push(part)
  }
  return parts
}

/**
 * The ways out of a box, which together hold every row outside of it once: the first part left;
 * the first one kept and the second left; and so on.
 */
export function listWaysOut(domains: Domains, box: Box): Domains[] {
  return box.map(({ slot, assets }, index) =>
    narrow(
      box
        .slice(0, index)
        .reduce((narrowed, part) => narrow(narrowed, part.slot, part.assets), domains),
      slot,
      complementOf(assets),
    ),
  )
}

/** So much work for one question; far more than real campaigns take. */
export const MAX_NODES = 20_000

export class Budget {
  private nodes = 0

  constructor(private readonly limit = MAX_NODES) {}

  /** False once the work is more than allowed: the question stays open. */
  spend(): boolean {
    return ++this.nodes <= this.limit
  }
}
