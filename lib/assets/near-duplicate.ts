/** Width and height of the grey picture that `differenceHash` reads. */
export const HASHED_PICTURE = { widthPx: 9, heightPx: 8 } as const

/** Below this standard deviation of brightness (of 255) there is nothing to tell pictures apart by. */
const FLAT_BELOW = 4

/** Bits of 64 in which two pictures may differ and still be called alike. */
export const NEAR_DUPLICATE_MAX_BITS = 6

/**
 * The 64-bit difference hash of a picture, from its brightness (0 to 255) at 9 × 8 points, row by
 * row: a bit is set where a point is brighter than the next. Scaling, recompression and small
 * changes of tone keep it nearly the same. Signed, as Postgres' bigint is; null for a picture that
 * is nearly one colour. (N. Krawetz, "Kind of Like That", 2013.)
 */
export function differenceHash(brightness: readonly number[]): bigint | null {
  const { widthPx, heightPx } = HASHED_PICTURE
  if (brightness.length !== widthPx * heightPx) throw new Error('a hash reads 9 × 8 points')
  if (standardDeviation(brightness) < FLAT_BELOW) return null
  let bits = 0n
  for (let row = 0; row < heightPx; row += 1) {
    const points = brightness.slice(row * widthPx, (row + 1) * widthPx)
    for (const [column, value] of points.slice(0, -1).entries()) {
      bits = (bits << 1n) | (value > (points[column + 1] ?? 0) ? 1n : 0n)
    }
  }
  return BigInt.asIntN(64, bits)
}

/** In how many bits two hashes differ, 0 to 64. */
export function hammingDistance(a: bigint, b: bigint): number {
  let rest = BigInt.asUintN(64, a ^ b)
  let count = 0
  for (; rest > 0n; rest &= rest - 1n) count += 1
  return count
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
