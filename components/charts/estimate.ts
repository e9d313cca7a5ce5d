import { niceTicks } from './nice-ticks'

/** One estimate with its interval, in the unit of the chart. */
export interface Estimate {
  id: string
  label: string
  value: number
  low: number
  high: number
  /** What it rests on, such as impressions. */
  sampleSize?: number
}

/** Ticks from zero (or below) past the widest interval, so that bars keep their proportion. */
export function estimateTicks(estimates: readonly Estimate[], reference = 0): number[] {
  const ends = estimates.flatMap(({ value, low, high }) => [value, low, high])
  return niceTicks(Math.min(0, reference, ...ends), Math.max(0, reference, ...ends))
}

/** The distances recharts wants: below and above the value. */
export function errorDistances({ value, low, high }: Estimate): [number, number] {
  return [value - low, high - value]
}
