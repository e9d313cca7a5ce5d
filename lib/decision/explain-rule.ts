import { assetNameOf } from './asset-name'
import type { RuleOutcome } from './eligibility-state'
import type { FiredRule } from './evaluate-eligibility'
import type { PreparedSnapshot } from './prepare-snapshot'
import type { RuleEffect } from './snapshot'

export interface ExplainedRule {
  readonly ruleId: string
  readonly name: string
  readonly priority: number
  readonly effect: RuleEffect
  readonly outcome: RuleOutcome
  readonly removedAssetIds: readonly string[]
  /** The outcome in plain language. */
  readonly text: string
}

/** What a rule that fired did, in data and in words. */
export function explainRule(
  prepared: PreparedSnapshot,
  { rule, outcome, removedAssetIds }: FiredRule,
): ExplainedRule {
  const { id: ruleId, name, priority, effect } = rule
  const names = (ids: readonly string[]) => ids.map((id) => assetNameOf(prepared, id))
  const text = describeOutcome(effect, outcome, names(removedAssetIds), names(effect.assetIds))
  return { ruleId, name, priority, effect, outcome, removedAssetIds, text }
}

function describeOutcome(
  effect: RuleEffect,
  outcome: RuleOutcome,
  removed: readonly string[],
  meant: readonly string[],
): string {
  if (outcome === 'skipped') return 'Skipped: it would have left nothing to show.'
  if (outcome === 'noEffect') return 'Changed nothing: nothing that it names was left to choose.'
  if (effect.kind === 'prefer') {
    return `Multiplied the chance of ${listNames(meant)} by ${effect.weight}.`
  }
  return `Took out ${listNames(removed)}.`
}

const MAX_NAMES = 3

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `“${name}”`)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ')
}
