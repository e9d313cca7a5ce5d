import type { Posterior } from './posterior'

/** Odds of e^100 to 1. */
const MAX_LOGIT = 100
/** No prior is wider (`priorsSchema`), and data only narrows. */
const MIN_PRECISION = 0.001

/**
 * The key of a weight that no data can have led to, which would make infinities or NaN of every
 * rate; null where all are plausible.
 */
export function findImplausibleWeight({ weights, value }: Posterior): string | null {
  const all = [...Object.entries(weights), ...Object.entries(value?.model.weights ?? {})]
  for (const [key, [mean, precision]] of all) {
    if (Math.abs(mean) > MAX_LOGIT || precision < MIN_PRECISION) return key
  }
  return null
}
