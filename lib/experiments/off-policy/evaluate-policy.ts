import { checkConfidenceLevel, refuse } from '@/lib/experiments/check-counts'
import type { Invalid } from '@/lib/experiments/check-counts'
import { estimateByWeights, estimateSelfNormalized } from './estimate-by-weights'
import { estimateWithModel } from './estimate-with-model'
import type { ModelEstimates, ModelledDecision } from './estimate-with-model'
import { judgeSupport } from './judge-support'
import type { Support } from './judge-support'
import { weighDecision } from './logged-decision'
import type { LoggedDecision, RewardModel, TargetPolicy } from './logged-decision'
import type { PolicyValueEstimate, ValueOptions } from './policy-value'
import { addDecision, findEffectiveSampleSize, NO_WEIGHTS } from './weighted-sums'
import type { WeightedSums } from './weighted-sums'

export interface PolicyEvaluation {
  readonly kind: 'ok'
  readonly sums: WeightedSums
  readonly byWeights: PolicyValueEstimate
  readonly selfNormalized: PolicyValueEstimate
  /** Null without a model. */
  readonly withModel: ModelEstimates | null
  readonly effectiveSampleSize: number
  readonly maxWeight: number
  /** 1 up to chance: otherwise the log lacks choices of the policy, or its propensities are wrong. */
  readonly meanWeight: number
  readonly support: Support
}

interface EvaluationOptions<D extends LoggedDecision> extends ValueOptions {
  readonly target: TargetPolicy<D>
  readonly model?: RewardModel<D>
}

const MAX_ISSUES = 5

/**
 * What a policy would have brought, from a log of another one's decisions with their propensities:
 * IPW and its self-normalised form, and with a reward model the direct method and both doubly
 * robust forms. `no data` for an empty log; `invalid` names the first rows that can't be: a
 * propensity of 0, NaN or above 1, probabilities that don't sum to 1, rewards outside of the unit.
 */
export function evaluatePolicy<D extends LoggedDecision>(
  log: readonly D[],
  { target, model, unit, confidenceLevel = 0.95 }: EvaluationOptions<D>,
): PolicyEvaluation | { readonly kind: 'no data' } | Invalid {
  const refusal = refuse(checkConfidenceLevel(confidenceLevel))
  if (refusal) return refusal
  const issues: string[] = []
  const modelled: ModelledDecision[] = []
  let sums = NO_WEIGHTS
  let maxWeight = 0
  for (const [row, decision] of log.entries()) {
    const probabilities = target(decision)
    const weighed = weighDecision(decision, probabilities, unit)
    if (weighed.kind === 'invalid') {
      issues.push(...weighed.issues.map((issue) => `Decision ${row + 1}: ${issue}`))
      if (issues.length >= MAX_ISSUES) break
      continue
    }
    const { weight } = weighed
    const { reward } = decision
    sums = addDecision(sums, weight, reward)
    maxWeight = Math.max(maxWeight, weight)
    if (model) modelled.push({ weight, reward, ...applyModel(decision, probabilities, model) })
  }
  if (issues.length > 0) return { kind: 'invalid', issues }
  if (sums.n === 0) return { kind: 'no data' }
  const options = { unit, confidenceLevel }
  return {
    kind: 'ok',
    sums,
    byWeights: estimateByWeights(sums, options),
    selfNormalized: estimateSelfNormalized(sums, options),
    withModel: model ? estimateWithModel(modelled, options) : null,
    effectiveSampleSize: findEffectiveSampleSize(sums),
    maxWeight,
    meanWeight: sums.w / sums.n,
    support: judgeSupport(sums, { unit }),
  }
}

function applyModel<D extends LoggedDecision>(
  decision: D,
  probabilities: Readonly<Record<string, number>>,
  model: RewardModel<D>,
) {
  const expected = Object.entries(probabilities).reduce(
    (sum, [action, probability]) =>
      // A model need not know what the policy never does.
      probability > 0 ? sum + probability * model(decision, action) : sum,
    0,
  )
  return { expectedLogged: model(decision, decision.action), expectedTarget: expected }
}
