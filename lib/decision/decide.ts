import { assignArm } from './assign-arm'
import { createBenchmarkRecord, createRecordBase } from './benchmark-record'
import type { DecisionInput } from './decision-input'
import type { DecisionRecord } from './decision-record'
import { drawAssets } from './draw-assets'
import { evaluateEligibility, type Eligibility } from './evaluate-eligibility'
import type { Policy, SlotDistribution } from './policy'
import type { PreparedSnapshot } from './prepare-snapshot'

export interface Decision {
  readonly record: DecisionRecord
}

/**
 * Decides one ad: arm, then rules, then one draw a slot from the policy. Pure: the same
 * arguments give the same record, bit for bit. Never throws for a prepared snapshot; whatever
 * goes wrong ends in the benchmark with arm `fallback` and the reason.
 */
export function decide(prepared: PreparedSnapshot, input: DecisionInput, policy: Policy): Decision {
  const values = prepared.fields.read(input.fields)
  const base = createRecordBase(prepared, input, values, policy.version)
  const { arm, reason } = assignArm(prepared, input)
  if (arm !== 'dynamic') return { record: createBenchmarkRecord(prepared, base, arm, reason) }

  const eligibility = evaluateEligibility(prepared, {
    values,
    segmentIds: input.segmentIds,
    recordedRuleIds: input.recordedRuleIds,
  })
  if (eligibility.candidates.some((candidate) => candidate.assetIds.length === 0)) {
    return { record: createBenchmarkRecord(prepared, base, 'fallback', 'nothing-eligible') }
  }
  const distributions = askPolicy(policy, base.cell, eligibility)
  const drawn = distributions && drawAssets(eligibility.candidates, distributions, input.seed)
  if (!drawn) return { record: createBenchmarkRecord(prepared, base, 'fallback', 'policy-failed') }
  return {
    record: {
      ...base,
      arm,
      reason,
      assets: drawn.assets,
      propensities: drawn.propensities,
      propensity: drawn.propensity,
      firedRuleIds: [...eligibility.firedRuleIds],
    },
  }
}

/** A learned policy is data from elsewhere: its failure must not fail the slot. */
function askPolicy(
  policy: Policy,
  cell: DecisionRecord['cell'],
  { candidates }: Eligibility,
): readonly SlotDistribution[] | null {
  try {
    return policy.distributions(cell, candidates)
  } catch {
    return null
  }
}
