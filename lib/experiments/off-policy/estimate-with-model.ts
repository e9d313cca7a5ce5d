import type { Invalid } from '@/lib/experiments/check-counts'
import { boundPolicyValue } from './policy-value'
import type { PolicyValue, ValueOptions } from './policy-value'

export interface ModelledDecision {
  readonly weight: number
  readonly reward: number
  /** What the model expects of the logged action. */
  readonly expectedLogged: number
  /** What the model expects of the policy, over all of its actions. */
  readonly expectedTarget: number
}

export type ModelEstimates =
  | {
      readonly kind: 'ok'
      /** The model's own word. Its interval knows nothing of the model's error. */
      readonly direct: PolicyValue
      readonly doublyRobust: PolicyValue
      readonly selfNormalizedDoublyRobust: PolicyValue
    }
  | { readonly kind: 'no data' }
  | Invalid

/**
 * Value of a policy from a reward model: the direct method, mean of what the model expects;
 * doubly robust, which adds the weighted mean of what the model missed on the log and is right
 * where either the propensities or the model are (Dudík, Langford & Li, ICML 2011); and that with
 * normalised weights (Robins, Rotnitzky & Zhao's AIPW in the form of Kang & Schafer 2007). Intervals
 * are normal, from each decision's share in the estimate. The model must not have seen the reward
 * of the decision it speaks of, as with cross-fitting (Chernozhukov et al. 2018).
 */
export function estimateWithModel(
  decisions: readonly ModelledDecision[],
  options: ValueOptions,
): ModelEstimates {
  const isBroken = decisions.some(
    ({ expectedLogged, expectedTarget }) => !Number.isFinite(expectedLogged + expectedTarget),
  )
  if (isBroken)
    return { kind: 'invalid', issues: ['The reward model gave something that is no number.'] }
  const n = decisions.length
  const weight = decisions.reduce((sum, decision) => sum + decision.weight, 0)
  if (n < 2 || weight === 0) return { kind: 'no data' }
  const expected = decisions.map(({ expectedTarget }) => expectedTarget)
  const missed = decisions.map((d) => d.weight * (d.reward - d.expectedLogged))
  const scale = n / weight
  const correction = meanOf(missed) * scale
  return {
    kind: 'ok',
    direct: bound(expected, options),
    doublyRobust: bound(
      expected.map((value, row) => value + (missed[row] ?? 0)),
      options,
    ),
    selfNormalizedDoublyRobust: bound(
      // Linear in the weights about their mean, so that the spread is that of the quotient.
      decisions.map(
        (d, row) =>
          d.expectedTarget + scale * ((missed[row] ?? 0) - d.weight * correction) + correction,
      ),
      options,
    ),
  }
}

function bound(shares: readonly number[], options: ValueOptions): PolicyValue {
  const mean = meanOf(shares)
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0)
  const n = shares.length
  return boundPolicyValue(mean, Math.sqrt(squares / (n - 1) / n), options)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
