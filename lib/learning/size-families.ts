import type { Priors } from './posterior'
import { SIZED_FAMILIES } from './weight-key'
import type { SizedFamily } from './weight-key'

/** Of one family: the sum of its squared means, and how many weights data has settled. */
export interface FamilyMoments {
  sumOfSquares: number
  /** Σ (1 − posterior variance / prior variance): 0 for a weight of which nothing is known. */
  settled: number
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
 * One step of empirical Bayes: MacKay's fixed point of the evidence (Neural Computation 4, 1992;
 * Bishop, PRML 3.5.2), variance = Σ mean² / settled weights, with imaginary settled weights at the
 * expected size, so that few weights do not swing it. The expected sizes of the three asset
 * families are `start`, times one common scale estimated from all of them together.
 */
export function sizeFamilies(
  priors: Priors,
  start: Priors,
  moments: Readonly<Record<SizedFamily, FamilyMoments>>,
): Priors {
  let sum = SCALE_COUNT
  let count = SCALE_COUNT
  for (const family of ASSET_FAMILIES) {
    sum += moments[family].sumOfSquares / start[family]
    count += moments[family].settled
  }
  const scale = sum / count
  const sized = { ...priors }
  for (const family of SIZED_FAMILIES) {
    const isContext = family === 'context'
    const imaginary = isContext ? CONTEXT_COUNT : RATIO_COUNT
    const expected = start[family] * (isContext ? 1 : scale)
    const { sumOfSquares, settled } = moments[family]
    sized[family] = (imaginary * expected + sumOfSquares) / (imaginary + settled)
  }
  return sized
}
