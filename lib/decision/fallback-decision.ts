import { createBenchmarkRecord, createRecordBase } from './benchmark-record'
import type { Decision } from './decide'
import type { DecisionInput } from './decision-input'
import type { PreparedSnapshot } from './prepare-snapshot'

/**
 * The benchmark for a reason of the caller's own (a deadline that passed, a context that could
 * not be read …): the slot is never blank, and the record says why.
 */
export function fallbackDecision(
  prepared: PreparedSnapshot,
  input: DecisionInput,
  policyVersion: number,
  reason: string,
): Decision {
  const base = createRecordBase(prepared, input, prepared.fields.read(input.fields), policyVersion)
  return { record: createBenchmarkRecord(prepared, base, 'fallback', reason) }
}
