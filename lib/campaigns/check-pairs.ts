import { compileConstraints, type CompiledConstraints } from '@/lib/decision/compile-constraints'
import type { Constraint } from '@/lib/decision/constraint'
import { describePair } from '@/lib/decision/describe-pair'
import type { CampaignDraft, DraftAsset } from './campaign-draft'
import { listServingSlots } from './serving-slots'
import type { CampaignIssue } from './step'

/** The id of the card on the rules step. */
export const PAIRS_PATH = 'pairs'

/** Pairs that name what is gone, and pairs that leave nothing to show. */
export function checkPairs(draft: CampaignDraft): CampaignIssue[] {
  const issue = (message: string): CampaignIssue => ({ step: 'rules', path: PAIRS_PATH, message })
  const nameOf = createNameOf(draft)
  const strangers = draft.constraints.filter(
    ({ first, second }) => nameOf(first) === null || nameOf(second) === null,
  )
  if (strangers.length > 0) {
    return strangers.map((pair) =>
      issue(`A pair names what is no longer in its slot: ${describePair(pair, nameOf)}.`),
    )
  }
  const { constraints, isFilled } = compileDraft(draft)
  return isFilled && !constraints.isFeasible
    ? [issue('The pairs leave no ad that could be shown. Take one of them away.')]
    : []
}

/**
 * What pairs do that was hardly meant: elements that can never be shown, a benchmark that breaks a
 * pair. Empty where `checkPairs` has something to say.
 */
export function listPairWarnings(draft: CampaignDraft): string[] {
  if (draft.constraints.length === 0 || checkPairs(draft).length > 0) return []
  const { constraints, isFilled, slots } = compileDraft(draft)
  if (!isFilled) return []
  const nameOf = createNameOf(draft)
  const barred = slots.flatMap(({ key, assetIds }, slot) =>
    assetIds
      .filter((_, asset) => !constraints.possible[slot]?.includes(asset))
      .map((assetId) => nameOf({ slot: key, assetId }) ?? assetId),
  )
  const benchmark = draft.pilot?.benchmark ?? {}
  const isShown = ({ slot, assetId }: Constraint['first']) => benchmark[slot] === assetId
  const broken = draft.pilot
    ? draft.constraints.filter(({ kind, first, second }) =>
        kind === 'never' ? isShown(first) && isShown(second) : isShown(first) !== isShown(second),
      )
    : []
  return [
    ...barred.map((name) => `“${name}” can never be shown: the pairs leave no ad with it.`),
    ...broken.map((pair) => `The static ad breaks a pair: ${describePair(pair, nameOf)}.`),
  ]
}

/** How many different ads the slots can make, and how many of them the pairs allow. */
export function countCombinations(draft: CampaignDraft): { total: number; allowed: number | null } {
  const { constraints, slots } = compileDraft(draft)
  const product = slots.reduce((total, { assetIds }) => total * assetIds.length, 1)
  return slots.length === 0
    ? { total: 0, allowed: 0 }
    : { total: product, allowed: constraints.count() }
}

function compileDraft(draft: CampaignDraft): {
  slots: ReturnType<typeof listServingSlots>
  constraints: CompiledConstraints
  isFilled: boolean
} {
  const slots = listServingSlots(draft)
  const candidates = slots.map(({ key, assetIds }) => ({
    ...{ slot: key, assetIds, weights: assetIds.map(() => 1) },
  }))
  return {
    slots,
    constraints: compileConstraints(draft.constraints, candidates),
    isFilled: slots.every(({ assetIds }) => assetIds.length > 0),
  }
}

function createNameOf({ slots }: CampaignDraft) {
  return ({ slot, assetId }: Constraint['first']): string | null => {
    const assets: readonly DraftAsset[] = slots.find(({ key }) => key === slot)?.assets ?? []
    const asset = assets.find(({ id }) => id === assetId)
    return asset ? (asset.text ?? asset.name) : null
  }
}
