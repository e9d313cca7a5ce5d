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

/** The axis from 0 (or below) to just past the widest interval, so that bars keep their proportion. */
export function estimateDomain(
  estimates: readonly Estimate[],
  reference?: number,
): [number, number] {
  const ends = estimates.flatMap(({ value, low, high }) => [value, low, high])
  const all = [0, ...ends, ...(reference === undefined ? [] : [reference])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const room = (high - low) * 0.04
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0]
}

/** The distances recharts wants: below and above the value. */
export function errorDistances({ value, low, high }: Estimate): [number, number] {
  return [value - low, high - value]
}
