import type { DecisionRecord } from '@/lib/decision/decision-record'

// The order is the format: append only, and raise the token's format version for anything else.
const FIELDS = [
  'v',
  'id',
  'workspaceId',
  'campaignId',
  'placementId',
  'size',
  'revision',
  'policyVersion',
  'feedVersion',
  'seed',
  'decidedAtMs',
  'arm',
  'reason',
  'assets',
  'propensities',
  'propensity',
  'cell',
  'fields',
  'segmentIds',
  'firedRuleIds',
  'purposes',
  'landingUrl',
  'isSimulated',
] as const satisfies readonly (keyof DecisionRecord)[]

/** A record as a JSON array without keys: about a third shorter, for use in URLs. */
export function packDecision(record: DecisionRecord): string {
  return JSON.stringify(FIELDS.map((field) => record[field]))
}

/** The record that `packDecision` packed. For trusted (authenticated) text only: nothing is checked. */
export function unpackDecision(packed: string): DecisionRecord {
  const values = JSON.parse(packed) as unknown[]
  return Object.fromEntries(FIELDS.map((field, index) => [field, values[index]])) as DecisionRecord
}
