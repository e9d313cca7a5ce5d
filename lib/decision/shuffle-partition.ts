import type { Random } from '@/lib/math/random'

/** Parts of a partition in a random order: `order` says which part each is, `widths` how wide. */
export interface ShuffledPartition {
  readonly order: Uint32Array
  readonly widths: Float64Array
}

/** Shuffles the parts (Fisher and Yates). */
export function shufflePartition(widths: ArrayLike<number>, random: Random): ShuffledPartition {
  const order = Uint32Array.from({ length: widths.length }, (_, index) => index)
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1))
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
  return { order, widths: Float64Array.from(order, (part) => widths[part] ?? 0) }
}
