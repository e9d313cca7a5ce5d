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

interface SupportOptions {
  readonly unit: RewardUnit
  /** What a success is called, such as "click". */
  readonly success?: string
}

/**
 * Whether enough of the log speaks for a weighted estimate. It is thin below 100 effective
 * decisions, below a tenth of the log, and for a rate below 10 effective successes.
 */
export function judgeSupport(
  sums: WeightedSums,
  { unit, success = 'success' }: SupportOptions,
): Support {
  const { n, w, wr } = sums
  const effective = findEffectiveSampleSize(sums)
  const log = count(n, 'impression')
  const worth = `${log} are worth only ${count(effective, 'evenly shown impression')}`
  if (effective < MIN_DECISIONS) {
    const isEven = Math.round(effective) >= n
    return thin(`${isEven ? `Only ${log} so far` : worth}: read this as a hint.`)
  }
  if (effective < MIN_SHARE * n) {
    return thin(
      `${worth}, because a few that were unlikely count for many: single ones could change this figure.`,
    )
  }
  const successes = w > 0 ? (wr / w) * effective : 0
  if (unit === 'rate' && successes < MIN_SUCCESSES) {
    return thin(
      `This rests on what is worth ${count(successes, success)}: wait for at least ${MIN_SUCCESSES}.`,
    )
  }
  return { kind: 'enough' }
}

function thin(sentence: string): Support {
  return { kind: 'thin', sentence }
}

function count(value: number, noun: string): string {
  const rounded = Math.round(value)
  if (rounded === 1) return `1 ${noun}`
  return `${rounded.toLocaleString('en')} ${noun}${noun.endsWith('s') ? 'es' : 's'}`
}
