import type { Interval } from '@/lib/math/intervals'

/** An estimate with its interval. */
export interface Estimate extends Interval {
  readonly value: number
}

/** A value and as much to either side of it. */
export function spread(value: number, margin: number): Estimate {
  return { value, lower: value - margin, upper: value + margin }
}
