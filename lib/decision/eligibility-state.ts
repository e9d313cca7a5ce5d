import type { SlotCandidates } from './policy'
import type { RuleEffect } from './snapshot'

/** What the engine needs of a rule to change a slot. */
export interface SlotRule {
  readonly effect: RuleEffect
  readonly effectAssetIds: ReadonlySet<string>
}

/**
 * `applied`: it took assets out or gave some a weight. `noEffect`: it had nothing left to do.
 * `skipped`: it would have left the slot empty, so it was not carried out.
 */
export type RuleOutcome = 'applied' | 'noEffect' | 'skipped'

/**
 * A slot's eligible assets after the rules so far. States are immutable in meaning and form a
 * tree: what a rule makes of a state is worked out once and then found again, so the same rules
 * give the *same object* of candidates, without allocation, and policies may cache by identity.
 */
export interface EligibilityState {
  readonly candidates: SlotCandidates
  readonly outcome: RuleOutcome
  readonly removedAssetIds: readonly string[]
  readonly next: Map<SlotRule, EligibilityState>
  readonly memory: { states: number }
}

/** Beyond it, states are worked out but not remembered: hostile traffic can't fill the memory. */
const MAX_REMEMBERED_STATES = 4096
const NONE: readonly string[] = []

/** The state of a slot before any rule: all of its assets, none preferred. */
export function createEligibilityState(
  slot: string,
  assetIds: readonly string[],
): EligibilityState {
  return {
    candidates: { slot, assetIds, weights: assetIds.map(() => 1) },
    outcome: 'noEffect',
    removedAssetIds: NONE,
    next: new Map(),
    memory: { states: 1 },
  }
}

/** The state after a rule whose condition holds. */
export function nextEligibilityState(state: EligibilityState, rule: SlotRule): EligibilityState {
  const known = state.next.get(rule)
  if (known) return known
  const computed = applyRule(state, rule)
  if (state.memory.states < MAX_REMEMBERED_STATES) {
    state.memory.states++
    state.next.set(rule, computed)
  }
  return computed
}

function applyRule(state: EligibilityState, rule: SlotRule): EligibilityState {
  const { candidates, memory } = state
  const { effect, effectAssetIds } = rule
  const become = (
    outcome: RuleOutcome,
    changed: SlotCandidates = candidates,
    removedAssetIds: readonly string[] = NONE,
  ): EligibilityState => ({
    candidates: changed,
    outcome,
    removedAssetIds,
    next: new Map(),
    memory,
  })

  if (effect.kind === 'prefer') {
    if (!candidates.assetIds.some((id) => effectAssetIds.has(id))) return become('noEffect')
    const weights = candidates.assetIds.map(
      (id, index) =>
        (candidates.weights[index] ?? 1) * (effectAssetIds.has(id) ? effect.weight : 1),
    )
    return become('applied', { ...candidates, weights })
  }

  const keeps = (id: string) => effectAssetIds.has(id) === (effect.kind === 'show')
  const removed = candidates.assetIds.filter((id) => !keeps(id))
  if (removed.length === 0) return become('noEffect')
  if (removed.length === candidates.assetIds.length) return become('skipped')
  return become(
    'applied',
    {
      slot: candidates.slot,
      assetIds: candidates.assetIds.filter(keeps),
      weights: candidates.weights.filter((_, index) => keeps(candidates.assetIds[index] ?? '')),
    },
    removed,
  )
}
