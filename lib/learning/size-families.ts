import type { Priors } from './posterior'
import { SIZED_FAMILIES } from './weight-key'
import type { SizedFamily } from './weight-key'

/** Of one family: Σ (mean² + variance) over its weights, and how many there are. */
export interface FamilyMoments {
  sum: number
  count: number
}

/**
 * How firmly the starting ratios between the sizes of main effects, interactions and pairs are
 * believed, in weights: where main effects are small, so are the others until data says otherwise.
 */
const RATIO_COUNT = 20
/** How firmly the starting size itself is believed, in weights. */
const SCALE_COUNT = 10
/** The context's size has nothing to do with the assets': it is pooled with nothing. */
const CONTEXT_COUNT = 4

const ASSET_FAMILIES = ['main', 'interaction', 'pair'] as const

/**
 * One step of empirical Bayes by expectation-maximisation (MacKay 1992; Bishop, PRML 9.3.4) with
 * inverse-gamma hyperpriors: the variance of a family is the mean of E[w²] over its weights and
 * some imaginary ones at the expected size. The expected sizes of the three asset families are
 * `start`, times one common scale estimated from all of them together.
 */
export function sizeFamilies(
  priors: Priors,
  start: Priors,
  moments: Readonly<Record<SizedFamily, FamilyMoments>>,
): Priors {
  let sum = SCALE_COUNT
  let count = SCALE_COUNT
  for (const family of ASSET_FAMILIES) {
    sum += moments[family].sum / start[family]
    count += moments[family].count
  }
  const scale = sum / count
  const sized = { ...priors }
  for (const family of SIZED_FAMILIES) {
    const isContext = family === 'context'
    const imaginary = isContext ? CONTEXT_COUNT : RATIO_COUNT
    const expected = start[family] * (isContext ? 1 : scale)
    const { sum: own, count: members } = moments[family]
    sized[family] = (imaginary * expected + own) / (imaginary + members)
  }
  return sized
}
