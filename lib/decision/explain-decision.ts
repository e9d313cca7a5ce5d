import { describeReason } from './decision-reason'
import type { DecisionRecord } from './decision-record'
import type { RuleOutcome } from './eligibility-state'
import { evaluateEligibility, type FiredRule } from './evaluate-eligibility'
import type { Policy } from './policy'
import type { PreparedSnapshot } from './prepare-snapshot'
import type { AssetKind, RuleEffect } from './snapshot'

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

export interface ExplainedAsset {
  readonly assetId: string
  readonly name: string
  /**
   * The chance that an eligible asset had in its slot, whatever the other slots show. Null if the
   * policy is not the one that decided.
   */
  readonly probability: number | null
  /** What `prefer` rules multiplied its chance by; 1 is nothing. */
  readonly weight: number
  readonly isChosen: boolean
}

export interface ExplainedSlot {
  readonly slot: string
  readonly kind: AssetKind
  readonly eligible: readonly ExplainedAsset[]
  readonly excluded: readonly {
    readonly assetId: string
    readonly name: string
    readonly ruleId: string
    readonly ruleName: string
  }[]
  readonly chosenAssetId: string | null
  readonly propensity: number
}

export interface DecisionExplanation {
  readonly decisionId: string
  readonly decidedAtMs: number
  readonly revision: number
  readonly policyVersion: number
  readonly feedVersion: number
  readonly seed: number
  readonly arm: DecisionRecord['arm']
  readonly reason: { readonly code: string; readonly text: string }
  /** The chance of the combination as a whole; the slots' chances don't multiply to it. */
  readonly propensity: number
  readonly slots: readonly ExplainedSlot[]
  /** Rules whose condition held, first priority first; empty where the benchmark was shown. */
  readonly rules: readonly ExplainedRule[]
  readonly cell: DecisionRecord['cell']
  readonly fields: DecisionRecord['fields']
  readonly segments: readonly { readonly id: string; readonly name: string }[]
  readonly purposes: readonly string[]
}

/**
 * Why a decision came out as it did, worked out again from its record, the snapshot of its
 * revision and the policy of its version. Where the benchmark was shown no rule was asked, so the
 * benchmark's assets are the only eligible ones. Null as policy: its probabilities are left out.
 */
export function explainDecision(
  prepared: PreparedSnapshot,
  record: DecisionRecord,
  policy: Policy | null,
): DecisionExplanation {
  const fired: FiredRule[] = []
  const slots = record.arm === 'dynamic' ? explainDrawn(prepared, record, policy, fired) : []
  return {
    decisionId: record.id,
    decidedAtMs: record.decidedAtMs,
    revision: record.revision,
    policyVersion: record.policyVersion,
    feedVersion: record.feedVersion,
    seed: record.seed,
    arm: record.arm,
    reason: { code: record.reason, text: describeReason(record.reason) },
    propensity: record.propensity,
    slots: record.arm === 'dynamic' ? slots : explainBenchmark(prepared, record),
    rules: fired.map((one) => explainRule(prepared, one)),
    cell: record.cell,
    fields: record.fields,
    segments: record.segmentIds.map((id) => ({
      id,
      name: prepared.segments.find((segment) => segment.id === id)?.name ?? id,
    })),
    purposes: record.purposes,
  }
}

function explainDrawn(
  prepared: PreparedSnapshot,
  record: DecisionRecord,
  policy: Policy | null,
  fired: FiredRule[],
): ExplainedSlot[] {
  const input = {
    values: prepared.fields.read(record.fields),
    segmentIds: record.segmentIds,
    recordedRuleIds: record.firedRuleIds,
  }
  const { candidates } = evaluateEligibility(prepared, input, (rule) => fired.push(rule))
  const table =
    policy?.version === record.policyVersion ? policy.tableOf(record.cell, candidates) : null

  return candidates.map((candidate, slotIndex): ExplainedSlot => {
    const chosenAssetId = record.assets[candidate.slot] ?? null
    return {
      slot: candidate.slot,
      kind: prepared.slots[slotIndex]?.kind ?? 'image',
      eligible: candidate.assetIds.map((assetId, index) => ({
        assetId,
        name: nameOf(prepared, assetId),
        probability: table?.marginals[slotIndex]?.[index] ?? null,
        weight: candidate.weights[index] ?? 1,
        isChosen: assetId === chosenAssetId,
      })),
      excluded: fired.flatMap(({ rule, removedAssetIds }) =>
        rule.slotIndex === slotIndex
          ? removedAssetIds.map((assetId) => ({
              assetId,
              name: nameOf(prepared, assetId),
              ruleId: rule.id,
              ruleName: rule.name,
            }))
          : [],
      ),
      chosenAssetId,
      propensity: record.propensities[candidate.slot] ?? 1,
    }
  })
}

function explainBenchmark(prepared: PreparedSnapshot, record: DecisionRecord): ExplainedSlot[] {
  return prepared.slots.map(({ key, kind }) => {
    const assetId = record.assets[key]
    const shown =
      assetId === undefined
        ? []
        : [{ assetId, name: nameOf(prepared, assetId), probability: 1, weight: 1, isChosen: true }]
    return {
      slot: key,
      kind,
      eligible: shown,
      excluded: [],
      chosenAssetId: assetId ?? null,
      propensity: record.propensities[key] ?? 1,
    }
  })
}

function explainRule(
  prepared: PreparedSnapshot,
  { rule, outcome, removedAssetIds }: FiredRule,
): ExplainedRule {
  const { id: ruleId, name, priority, effect } = rule
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(prepared, id))
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

function nameOf(prepared: PreparedSnapshot, assetId: string): string {
  const { assets } = prepared.snapshot
  return Object.hasOwn(assets, assetId) ? (assets[assetId]?.name ?? assetId) : assetId
}
