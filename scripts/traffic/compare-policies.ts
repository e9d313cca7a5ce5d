import type { Situation } from './tally'
import type { Truth } from './truth'

export interface SituationRates {
  /** True click rate of an ad put together at random from what was eligible. */
  readonly uniform: number
  /** True click rate of the best ad there is. */
  readonly best: number
}

/** What chance and what perfect knowledge would have got in one kind of circumstances. */
export function rateSituation(truth: Truth, situation: Situation): SituationRates {
  const { circumstances, candidates } = situation
  const effects = [...candidates].map(([slot, assets]) =>
    [...assets.values()].map((asset) => truth.effectOf(slot, asset, circumstances)),
  )
  // The chance of an ad without assets is the base of all others.
  const base = logit(truth.clickChance({}, circumstances))
  const best = effects.reduce((sum, slot) => sum + Math.max(...slot), base)
  const sums = effects.reduce<number[]>(
    (partial, slot) => partial.flatMap((sum) => slot.map((effect) => sum + effect)),
    [base],
  )
  const uniform = sums.reduce((total, sum) => total + sigmoid(sum), 0) / sums.length
  return { uniform, best: sigmoid(best) }
}

function logit(chance: number): number {
  return Math.log(chance / (1 - chance))
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
