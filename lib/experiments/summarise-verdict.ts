import { estimateLift } from './estimate-lift'
import type { ArmCounts, Lift } from './estimate-lift'
import type { Invalid } from './check-counts'

export type Verdict = 'winning' | 'losing' | 'no difference yet' | 'not enough data'

export type VerdictSummary =
  { readonly kind: 'ok'; readonly verdict: Verdict; readonly sentence: string } | Invalid

/** Too few of either for any interval to mean much. */
const MIN_IMPRESSIONS = 100
const MIN_SUCCESSES = 10

const formatChange = (ratio: number) => {
  const percent = Math.abs(ratio * 100)
  return `${percent.toFixed(percent < 10 ? 1 : 0)} %`
}

const formatSigned = (ratio: number) =>
  Number.isFinite(ratio) ? `${ratio < 0 ? '−' : '+'}${formatChange(ratio)}` : 'no upper limit'

function describe({ relative }: Lift, level: number): { verdict: Verdict; sentence: string } {
  const range = `${Math.round(level * 100)} % interval ${formatSigned(relative.lower)} to ${formatSigned(relative.upper)}`
  const amount = relative.value === null ? null : formatChange(relative.value)
  if (relative.lower > 0) {
    const by = amount ? ` by ${amount}` : ''
    return { verdict: 'winning', sentence: `The dynamic ad beats the benchmark${by} (${range}).` }
  }
  if (relative.upper < 0) {
    const by = amount ? ` by ${amount}` : ''
    return { verdict: 'losing', sentence: `The dynamic ad trails the benchmark${by} (${range}).` }
  }
  return {
    verdict: 'no difference yet',
    sentence: `The dynamic ad and the benchmark cannot be told apart yet (${range}).`,
  }
}

/**
 * The state of a pilot in one word and one plain sentence, from the interval of the relative lift.
 * `not enough data` below 100 impressions in an arm or 10 successes in both together. Invalid
 * counts are refused as by `estimateLift`, whose caution about repeated looks holds here too.
 */
export function summariseVerdict(arms: ArmCounts, confidenceLevel = 0.95): VerdictSummary {
  const lift = estimateLift(arms, confidenceLevel)
  if (lift.kind === 'invalid') return lift
  const impressions = Math.min(arms.dynamic.n, arms.holdout.n)
  const successes = arms.dynamic.k + arms.holdout.k
  if (lift.kind === 'no data' || impressions < MIN_IMPRESSIONS || successes < MIN_SUCCESSES) {
    const sentence = `Not enough data to compare: each arm needs ${MIN_IMPRESSIONS} impressions, and both together ${MIN_SUCCESSES} successes.`
    return { kind: 'ok', verdict: 'not enough data', sentence }
  }
  return { kind: 'ok', ...describe(lift, confidenceLevel) }
}
