/** Boundaries closer than this are one: rounding must not make pieces of its own. */
const SNAP = 1e-13

/**
 * Lays partitions of the unit interval over each other and visits the pieces of their common
 * refinement: of each partition the index of its part there, and the piece's width. A partition is
 * the widths of its parts, which are positive and sum to 1. There are at most as many pieces as
 * parts in all, and within each partition the pieces of a part add up to its width: a joint
 * distribution with exactly those marginals and few outcomes. `parts` is reused.
 */
export function overlayPartitions(
  partitions: readonly Float64Array[],
  visit: (parts: Uint32Array, width: number) => void,
): void {
  const parts = new Uint32Array(partitions.length)
  const ends = Float64Array.from(partitions, (widths) => endOf(widths, 0, 0))
  let position = 0
  while (position < 1 - SNAP) {
    let next = 1
    for (let index = 0; index < ends.length; index++) next = Math.min(next, ends[index] ?? 1)
    if (next > 1 - SNAP) next = 1
    visit(parts, next - position)
    for (let index = 0; index < ends.length; index++) {
      const widths = partitions[index]
      while (widths && next < 1 && (ends[index] ?? 1) <= next + SNAP) {
        const part = (parts[index] ?? 0) + 1
        parts[index] = part
        ends[index] = endOf(widths, part, ends[index] ?? 1)
      }
    }
    position = next
  }
}

/** The last part ends at 1, whatever rounding says. */
function endOf(widths: Float64Array, part: number, start: number): number {
  return part >= widths.length - 1 ? 1 : start + (widths[part] ?? 0)
}
