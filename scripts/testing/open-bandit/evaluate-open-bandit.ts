import { evaluatePolicy } from '@/lib/experiments/off-policy/evaluate-policy'
import { fitRates } from './fit-rates'
import { readActionProbabilities, readOpenBandit } from './read-open-bandit'

export type OpenBanditPolicy = 'random' | 'bts'

/** What one policy would bring, from the other's log or its own, by all five estimators. */
export function evaluateOpenBandit(logged: OpenBanditPolicy, target: OpenBanditPolicy) {
  const log = readOpenBandit(logged)
  const probabilities = readActionProbabilities(target)
  const evaluation = evaluatePolicy(log, {
    unit: 'rate',
    target: ({ position }) => probabilities[position - 1] ?? {},
    model: fitRates(log),
  })
  if (evaluation.kind !== 'ok') throw new Error(JSON.stringify(evaluation))
  const { withModel, byWeights, selfNormalized } = evaluation
  if (withModel?.kind !== 'ok' || byWeights.kind !== 'ok' || selfNormalized.kind !== 'ok') {
    throw new Error('no estimate')
  }
  const values = {
    ipw: byWeights,
    snipw: selfNormalized,
    dm: withModel.direct,
    dr: withModel.doublyRobust,
    sndr: withModel.selfNormalizedDoublyRobust,
  }
  return { ...evaluation, values }
}
