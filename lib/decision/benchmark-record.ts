import { contextCellOf } from './context-cell'
import type { DecisionInput } from './decision-input'
import type { Arm, DecisionRecord } from './decision-record'
import type { PreparedSnapshot } from './prepare-snapshot'
import type { FieldValues } from './field-index'

/** What a record says whatever was decided. */
export type RecordBase = Omit<
  DecisionRecord,
  'arm' | 'reason' | 'assets' | 'propensities' | 'propensity' | 'firedRuleIds'
>

export function createRecordBase(
  prepared: PreparedSnapshot,
  input: DecisionInput,
  values: FieldValues,
  policyVersion: number,
): RecordBase {
  const { snapshot } = prepared
  return {
    v: 1,
    id: input.id,
    workspaceId: snapshot.workspaceId,
    campaignId: snapshot.campaignId,
    placementId: input.placementId,
    size: input.size,
    revision: snapshot.revision,
    policyVersion,
    feedVersion: input.feedVersion,
    seed: input.seed,
    decidedAtMs: input.nowMs,
    cell: contextCellOf(prepared, input.fields, input.segmentIds),
    fields: pickRecordedFields(prepared, values),
    segmentIds: [...input.segmentIds],
    purposes: [...input.purposes],
    landingUrl: snapshot.landingUrl,
    isSimulated: snapshot.isSimulated,
  }
}

/** A record of the campaign's static creative: nothing was drawn and no rule was asked. */
export function createBenchmarkRecord(
  prepared: PreparedSnapshot,
  base: RecordBase,
  arm: Exclude<Arm, 'dynamic'>,
  reason: string,
): DecisionRecord {
  return {
    ...base,
    arm,
    reason,
    assets: { ...prepared.benchmarkAssets },
    propensities: { ...prepared.benchmarkPropensities },
    propensity: 1,
    firedRuleIds: [],
  }
}

function pickRecordedFields(
  prepared: PreparedSnapshot,
  values: FieldValues,
): DecisionRecord['fields'] {
  const picked: DecisionRecord['fields'] = {}
  const { names } = prepared.fields
  for (let index = 0; index < names.length; index++) {
    const name = names[index]
    const value = values[index]
    if (name === undefined || value === undefined || !prepared.isRecorded[index]) continue
    // JSON has no -0, and a record must come back as it went.
    picked[name] = value === 0 ? 0 : value
  }
  return picked
}
