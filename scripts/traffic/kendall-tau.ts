/**
 * Kendall's tau-a between two scores of the same items: 1 where they order all pairs alike, -1
 * where all are the other way round, 0 where neither tells about the other. Null below two items.
 */
export function kendallTau(first: readonly number[], second: readonly number[]): number | null {
  const count = Math.min(first.length, second.length)
  if (count < 2) return null
  let agreement = 0
  for (let left = 0; left < count; left++) {
    for (let right = left + 1; right < count; right++) {
      const a = Math.sign((first[left] ?? 0) - (first[right] ?? 0))
      const b = Math.sign((second[left] ?? 0) - (second[right] ?? 0))
      agreement += a * b
    }
  }
  return agreement / ((count * (count - 1)) / 2)
}
