const MAX_HALVINGS = 200

/**
 * A root of `f` between `lower` and `upper`, where `f` changes its sign: bisection until the
 * bracket has shrunk to neighbouring floating-point numbers or `tolerance`. An end at which `f`
 * is 0 is the answer; without a change of sign it is the end where `f` is nearer to 0.
 */
export function findRoot(
  f: (x: number) => number,
  lower: number,
  upper: number,
  tolerance = 0,
): number {
  let low = lower
  let high = upper
  const atLow = f(low)
  const atHigh = f(high)
  if (atLow === 0) return low
  if (atHigh === 0) return high
  if (atLow > 0 === atHigh > 0) return Math.abs(atLow) < Math.abs(atHigh) ? low : high
  for (let step = 0; step < MAX_HALVINGS && high - low > tolerance; step++) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high) break
    const value = f(middle)
    if (value === 0) return middle
    if (value > 0 === atLow > 0) low = middle
    else high = middle
  }
  return low + (high - low) / 2
}
