import { refuse } from '@/lib/experiments/check-counts'
import type { Invalid } from '@/lib/experiments/check-counts'
import type { RewardUnit } from './policy-value'

/** One decision of a log: the choice, the exact probability with which it was made, what it brought. */
export interface LoggedDecision {
  readonly action: string
  readonly propensity: number
  readonly reward: number
}

/** What another policy would do in the decision's place: the probability of each action. */
export type TargetPolicy<D extends LoggedDecision> = (
  decision: D,
) => Readonly<Record<string, number>>

/** The reward to expect of an action in the decision's place. */
export type RewardModel<D extends LoggedDecision> = (decision: D, action: string) => number

/** A decision with all that the estimators ask of it. */
export interface WeighedDecision {
  readonly weight: number
  readonly reward: number
}

const SUM_TOLERANCE = 1e-6

/** The weight of a decision under a policy, or why it has none: a sentence naming the row. */
export function weighDecision(
  { action, propensity, reward }: LoggedDecision,
  probabilities: Readonly<Record<string, number>>,
  unit: RewardUnit,
): { readonly kind: 'ok'; readonly weight: number } | Invalid {
  const values = Object.values(probabilities)
  const sum = values.reduce((total, value) => total + value, 0)
  const refusal = refuse(
    propensity > 0 && propensity <= 1
      ? null
      : `a propensity of ${propensity} can't be: it must lie above 0 and not above 1.`,
    values.every((value) => value >= 0) && Math.abs(sum - 1) < SUM_TOLERANCE
      ? null
      : "the policy's probabilities must not be negative and must sum to 1.",
    checkReward(reward, unit),
  )
  return refusal ?? { kind: 'ok', weight: (probabilities[action] ?? 0) / propensity }
}

function checkReward(reward: number, unit: RewardUnit): string | null {
  if (!Number.isFinite(reward)) return 'its reward is no number.'
  if (unit === 'amount' || (reward >= 0 && reward <= 1)) return null
  return 'the reward of a rate must lie between 0 and 1.'
}
