import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { Condition } from '@/lib/decision/condition'
import type { RuleEffect } from '@/lib/decision/snapshot'
import type { RuleInput } from '@/lib/rules/rule'

/** Nothing to test: it holds for everybody. */
export const ALWAYS: Condition = { kind: 'all', of: [] }

export function isAlways(condition: Condition): boolean {
  return condition.kind === 'all' && condition.of.length === 0
}

/** What most rules ask first. */
export function startCondition(): Condition {
  return {
    kind: 'all',
    of: [{ kind: 'compare', field: 'weather.condition', operator: 'equals', value: 'rain' }],
  }
}

export function createRule(slots: readonly DraftSlot[]): RuleInput {
  const effect: RuleEffect = { kind: 'show', slot: slots[0]?.key ?? '', assetIds: [] }
  return { name: '', enabled: true, condition: startCondition(), effect }
}

const DEFAULT_WEIGHT = 3

/** The effect with another kind; a weight is kept as long as it means something. */
export function changeEffectKind(effect: RuleEffect, kind: RuleEffect['kind']): RuleEffect {
  const { slot, assetIds } = effect
  if (kind !== 'prefer') return { kind, slot, assetIds }
  const weight = effect.kind === 'prefer' ? effect.weight : DEFAULT_WEIGHT
  return { kind, slot, assetIds, weight }
}
