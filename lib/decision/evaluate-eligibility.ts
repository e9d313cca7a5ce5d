import type { FieldValues } from './field-index'
import { takeEligibilityStep, type RuleOutcome } from './eligibility-state'
import type { SlotCandidates } from './policy'
import type { PreparedRule, PreparedSnapshot } from './prepare-snapshot'

export interface EligibilityInput {
  /** The context as `prepared.fields` reads it. */
  readonly values: FieldValues
  readonly segmentIds: readonly string[]
  /** Milliseconds since the epoch: rights and approvals begin and end. */
  readonly nowMs: number
  /**
   * Replay only: the record's `firedRuleIds`, which answer for the rules that read `profile.*`,
   * because a record keeps no profile.
   */
  readonly recordedRuleIds?: readonly string[] | undefined
}

export interface Eligibility {
  /** One entry a slot, in the snapshot's order; mostly the same array for the same eligibility. */
  readonly candidates: readonly SlotCandidates[]
  /** Rules whose condition held, in the order of evaluation, whatever they then changed. */
  readonly firedRuleIds: readonly string[]
}

/** What a rule that fired did to its slot. */
export interface FiredRule {
  readonly rule: PreparedRule
  readonly outcome: RuleOutcome
  readonly removedAssetIds: readonly string[]
}

/**
 * The assets that may be drawn in each slot: those whose rights and approvals hold here and now,
 * once every rule has had its turn, the first priority first. A rule that would leave its slot empty is skipped: a slot that has assets never loses
 * the last one to a rule. `observe` hears what each fired rule did; serving passes none.
 */
export function evaluateEligibility(
  prepared: PreparedSnapshot,
  input: EligibilityInput,
  observe?: (fired: FiredRule) => void,
): Eligibility {
  const { admission, slots } = prepared
  const states = admission
    ? [...admission.statesAt(input.nowMs, input.values)]
    : slots.map((slot) => slot.eligibility)
  const firedRuleIds: string[] = []
  for (const rule of prepared.rules) {
    if (!holds(rule, input)) continue
    const state = states[rule.slotIndex]
    if (!state) continue
    const { outcome, removedAssetIds, state: next } = takeEligibilityStep(state, rule)
    states[rule.slotIndex] = next
    firedRuleIds.push(rule.id)
    observe?.({ rule, outcome, removedAssetIds })
  }
  return { candidates: prepared.candidateLists.listOf(states), firedRuleIds }
}

function holds(rule: PreparedRule, input: EligibilityInput): boolean {
  return rule.readsProfile && input.recordedRuleIds
    ? input.recordedRuleIds.includes(rule.id)
    : rule.matches(input.values, input.segmentIds)
}
