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

/** What a rule makes of a state. */
export interface EligibilityStep {
  readonly outcome: RuleOutcome
  readonly removedAssetIds: readonly string[]
  readonly state: EligibilityState
}

/**
 * A slot's eligible assets after the rules so far. What a rule makes of a state is worked out
 * once and then found again, and states with the same assets and weights are one: equal
 * eligibility is the *same object* of candidates, so that serving allocates nothing for it.
 */
export interface EligibilityState {
  readonly candidates: SlotCandidates
  readonly steps: Map<SlotRule, EligibilityStep>
  readonly memory: SlotMemory
}

interface SlotMemory {
  readonly states: Map<string, EligibilityState>
  rememberedSteps: number
}

/** Beyond it, steps are worked out but not remembered: odd traffic can't fill the memory. */
const MAX_REMEMBERED_STEPS = 10_000
const MAX_REMEMBERED_STATES = 2_000
/** Beyond it a weight changes nothing that a decision could show. */
const MAX_WEIGHT = 1e100
const NONE: readonly string[] = []

/** The state of a slot before any rule: all of its assets, none preferred. */
export function createEligibilityState(
  slot: string,
  assetIds: readonly string[],
): EligibilityState {
  const memory: SlotMemory = { states: new Map(), rememberedSteps: 0 }
  return stateOf({ slot, assetIds, weights: assetIds.map(() => 1) }, memory)
}

/** The same slot with some of its assets only; rules take their steps from there. */
export function restrictEligibility(
  { candidates, memory }: EligibilityState,
  assetIds: readonly string[],
): EligibilityState {
  return stateOf({ slot: candidates.slot, assetIds, weights: assetIds.map(() => 1) }, memory)
}

/** The step that a rule whose condition holds takes from a state. */
export function takeEligibilityStep(state: EligibilityState, rule: SlotRule): EligibilityStep {
  const known = state.steps.get(rule)
  if (known) return known
  const step = applyRule(state, rule)
  if (state.memory.rememberedSteps < MAX_REMEMBERED_STEPS) {
    state.memory.rememberedSteps++
    state.steps.set(rule, step)
  }
  return step
}

function stateOf(candidates: SlotCandidates, memory: SlotMemory): EligibilityState {
  const key = JSON.stringify([candidates.assetIds, candidates.weights])
  const known = memory.states.get(key)
  if (known) return known
  const state: EligibilityState = { candidates, steps: new Map(), memory }
  if (memory.states.size < MAX_REMEMBERED_STATES) memory.states.set(key, state)
  return state
}

function applyRule(state: EligibilityState, rule: SlotRule): EligibilityStep {
  const { slot, assetIds, weights } = state.candidates
  const { effect, effectAssetIds } = rule
  const unchanged = (outcome: RuleOutcome) => ({ outcome, removedAssetIds: NONE, state })

  if (effect.kind === 'prefer') {
    if (!assetIds.some((id) => effectAssetIds.has(id))) return unchanged('noEffect')
    const bent = weights.map((weight, index) =>
      effectAssetIds.has(assetIds[index] ?? '')
        ? Math.min(weight * effect.weight, MAX_WEIGHT)
        : weight,
    )
    const candidates = { slot, assetIds, weights: bent }
    return { outcome: 'applied', removedAssetIds: NONE, state: stateOf(candidates, state.memory) }
  }

  const keeps = (id: string) => effectAssetIds.has(id) === (effect.kind === 'show')
  const removedAssetIds = assetIds.filter((id) => !keeps(id))
  if (removedAssetIds.length === 0) return unchanged('noEffect')
  if (removedAssetIds.length === assetIds.length) return unchanged('skipped')
  const candidates = {
    slot,
    assetIds: assetIds.filter(keeps),
    weights: weights.filter((_, index) => keeps(assetIds[index] ?? '')),
  }
  return { outcome: 'applied', removedAssetIds, state: stateOf(candidates, state.memory) }
}
