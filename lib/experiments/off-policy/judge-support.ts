import type { RewardUnit } from './policy-value'
import { findEffectiveSampleSize } from './weighted-sums'
import type { WeightedSums } from './weighted-sums'

export type Support =
  | { readonly kind: 'enough' }
  /** A sentence a person can act on. */
  | { readonly kind: 'thin'; readonly sentence: string }

/** As for the verdict of a pilot: below these no interval means much. */
const MIN_DECISIONS = 100
const MIN_SUCCESSES = 10
/** Below this share of the log, single decisions begin to carry the whole. */
const MIN_SHARE = 0.1

const count = (value: number, one: string, many: string) => {
  const rounded = Math.round(value)
  return `${rounded.toLocaleString('en')} ${rounded === 1 ? one : many}`
}

/**
 * Whether enough of the log speaks for a weighted estimate. It is thin below 100 effective
 * decisions, below a tenth of the log, and for a rate below 10 effective successes.
 */
export function judgeSupport(sums: WeightedSums, unit: RewardUnit): Support {
  const { n, w, wr } = sums
  const effective = findEffectiveSampleSize(sums)
  const worth = count(effective, 'evenly shown impression', 'evenly shown impressions')
  const log = count(n, 'impression', 'impressions')
  if (effective < MIN_DECISIONS) {
    return thin(`${log} are worth only ${worth} here: read this as a hint.`)
  }
  if (effective < MIN_SHARE * n) {
    return thin(
      `${log} are worth only ${worth}, because a few that were rarely shown count for many: a handful of clicks could change this figure.`,
    )
  }
  const successes = w > 0 ? (wr / w) * effective : 0
  if (unit === 'rate' && successes < MIN_SUCCESSES) {
    return thin(
      `This rests on what is worth ${count(successes, 'success', 'successes')}: wait for at least ${MIN_SUCCESSES}.`,
    )
  }
  return { kind: 'enough' }
}

function thin(sentence: string): Support {
  return { kind: 'thin', sentence: `Thin support. ${sentence}` }
}
