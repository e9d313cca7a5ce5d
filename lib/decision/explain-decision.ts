import { describeReason } from './decision-reason'
import type { DecisionRecord } from './decision-record'
import type { FiredRule } from './evaluate-eligibility'
import { explainRule, type ExplainedRule } from './explain-rule'
import { explainBenchmark, explainDrawn, type ExplainedSlot } from './explain-slots'
import type { Policy } from './policy'
import type { PreparedSnapshot } from './prepare-snapshot'

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
  /** What pairs brought along or kept out beside the assets that were shown, in sentences. */
  readonly pairs: readonly string[]
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
  const { slots, pairs } =
    record.arm === 'dynamic'
      ? explainDrawn(prepared, record, policy, fired)
      : { slots: explainBenchmark(prepared, record), pairs: [] }
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
    slots,
    rules: fired.map((one) => explainRule(prepared, one)),
    pairs,
    cell: record.cell,
    fields: record.fields,
    segments: record.segmentIds.map((id) => ({
      id,
      name: prepared.segments.find((segment) => segment.id === id)?.name ?? id,
    })),
    purposes: record.purposes,
  }
}
