import type { RewardModel } from '@/lib/experiments/off-policy/logged-decision'
import type { OpenBanditDecision } from './read-open-bandit'

/** Impressions by which a rate is drawn to the rate of all. */
const PRIOR_IMPRESSIONS = 500

/**
 * A simple reward model: the click rate of the item at the position, drawn towards that of
 * everything, and learnt without the fold that it is asked about (cross-fitting).
 */
export function fitRates(log: readonly OpenBanditDecision[]): RewardModel<OpenBanditDecision> {
  const folds = [...Map.groupBy(log, ({ fold }) => fold).keys()]
  const models = new Map(folds.map((fold) => [fold, fitWithout(log, fold)]))
  return (decision, action) => models.get(decision.fold)?.(action, decision.position) ?? Number.NaN
}

function fitWithout(log: readonly OpenBanditDecision[], fold: number) {
  const training = log.filter((decision) => decision.fold !== fold)
  const overall = training.reduce((sum, { reward }) => sum + reward, 0) / training.length
  const byCell = Map.groupBy(training, ({ action, position }) => `${action} ${position}`)
  return (action: string, position: number): number => {
    const cell = byCell.get(`${action} ${position}`) ?? []
    const clicks = cell.reduce((sum, { reward }) => sum + reward, 0)
    return (clicks + PRIOR_IMPRESSIONS * overall) / (cell.length + PRIOR_IMPRESSIONS)
  }
}
