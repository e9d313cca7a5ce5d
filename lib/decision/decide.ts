import { assignArm } from './assign-arm'
import { createBenchmarkRecord, createRecordBase } from './benchmark-record'
import type { DecisionInput } from './decision-input'
import type { DecisionRecord } from './decision-record'
import { drawAssets, type DrawnAssets } from './draw-assets'
import { evaluateEligibility, type Eligibility } from './evaluate-eligibility'
import type { Policy, PolicyMix } from './policy'
import type { PreparedSnapshot } from './prepare-snapshot'

export interface Decision {
  readonly record: DecisionRecord
}

/**
 * Decides one ad: arm, then rules, then one draw from the policy's table. Pure: the same
 * arguments give the same record, bit for bit. Never throws for a prepared snapshot; whatever
 * goes wrong ends in the benchmark with arm `fallback` and the reason.
 */
export function decide(
  prepared: PreparedSnapshot,
  input: DecisionInput,
  policy: Policy | PolicyMix,
): Decision {
  const values = prepared.fields.read(input.fields)
  const base = createRecordBase(prepared, input, values, policy.version)
  const { arm, reason } = assignArm(prepared, input)
  if (arm !== 'dynamic') return { record: createBenchmarkRecord(prepared, base, arm, reason) }

  const eligibility = evaluateEligibility(prepared, {
    values,
    segmentIds: input.segmentIds,
    nowMs: input.nowMs,
    recordedRuleIds: input.recordedRuleIds,
  })
  if (eligibility.candidates.some((candidate) => candidate.assetIds.length === 0)) {
    return { record: createBenchmarkRecord(prepared, base, 'fallback', 'nothing-eligible') }
  }
  const drawn = drawFromPolicy(policy, base.cell, eligibility, input.seed)
  if (typeof drawn === 'string') {
    return { record: createBenchmarkRecord(prepared, base, 'fallback', drawn) }
  }
  return {
    record: {
      ...base,
      policyVersion: drawn.policyVersion,
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
function drawFromPolicy(
  policy: Policy | PolicyMix,
  cell: DecisionRecord['cell'],
  { candidates }: Eligibility,
  seed: number,
): (DrawnAssets & { policyVersion: number }) | 'no-combination' | 'policy-failed' {
  try {
    const { version, table } =
      'answer' in policy
        ? policy.answer(cell, candidates)
        : { version: policy.version, table: policy.tableOf(cell, candidates) }
    if (table === null) return 'no-combination'
    const drawn = drawAssets(candidates, table, seed)
    return drawn ? { ...drawn, policyVersion: version } : 'policy-failed'
  } catch {
    return 'policy-failed'
  }
}
