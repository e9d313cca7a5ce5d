import type { DecisionRecord } from '@/lib/decision/decision-record'
import type { ExplainedSlot } from '@/lib/decision/explain-slots'
import type { ExplainedChoiceView } from './belief-api'
import { explainChoice } from './explain-choice'
import type { Posterior } from './posterior'

/** The terms behind each slot of a decision, against what was eligible; none for the static ad. */
export function explainChoices(
  posterior: Posterior,
  { arm, cell, assets }: Pick<DecisionRecord, 'arm' | 'cell' | 'assets'>,
  { slots }: { readonly slots: readonly Pick<ExplainedSlot, 'slot' | 'eligible'>[] },
): (ExplainedChoiceView & { slot: string })[] {
  if (arm !== 'dynamic') return []
  const candidates = slots.map(({ slot, eligible }) => ({
    slot,
    assetIds: eligible.map(({ assetId }) => assetId),
  }))
  return explainChoice(posterior, candidates, cell, assets).map(
    ({ slot, effect, isBestGuess, terms }) => ({ slot, effect, isBestGuess, terms: [...terms] }),
  )
}
