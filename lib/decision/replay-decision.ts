import { decide } from './decide'
import type { DecisionInput } from './decision-input'
import { decisionReasonSchema } from './decision-reason'
import type { DecisionRecord } from './decision-record'
import { fallbackDecision } from './fallback-decision'
import type { Policy } from './policy'
import type { PreparedSnapshot } from './prepare-snapshot'
import { showProducts } from './show-products'

/** One value that came out otherwise. `path` is dotted, from the record's root. */
export interface RecordDifference {
  readonly path: string
  readonly recorded: unknown
  readonly replayed: unknown
}

export type ReplayResult =
  | { readonly kind: 'identical'; readonly record: DecisionRecord }
  | { readonly kind: 'different'; readonly differences: readonly RecordDifference[] }

/**
 * Decides again from a stored record, with the snapshot of its revision and the policy of its
 * version, and compares every value exactly. Rules that read `profile.*` are taken from the
 * record, which keeps no profile. A fallback for a reason outside of the engine (a deadline) is
 * replayed as that fallback.
 */
export function replayDecision(
  prepared: PreparedSnapshot,
  record: DecisionRecord,
  policy: Policy,
): ReplayResult {
  const input: DecisionInput = {
    id: record.id,
    placementId: record.placementId,
    size: record.size,
    fields: record.fields,
    segmentIds: record.segmentIds,
    purposes: record.purposes,
    feedVersion: record.feedVersion,
    seed: record.seed,
    nowMs: record.decidedAtMs,
    recordedRuleIds: record.firedRuleIds,
  }
  const isOutsideEngine =
    record.arm === 'fallback' && !decisionReasonSchema.safeParse(record.reason).success
  const decided = isOutsideEngine
    ? fallbackDecision(prepared, input, policy.version, record.reason).record
    : decide(prepared, input, policy).record
  // What was in stock is known from the record, as the other values of feeds are.
  const replayed = showProducts(prepared.snapshot, decided, record.products)
  const differences = listDifferences(record, replayed, '')
  return differences.length === 0
    ? { kind: 'identical', record: replayed }
    : { kind: 'different', differences }
}

function listDifferences(recorded: unknown, replayed: unknown, path: string): RecordDifference[] {
  if (Object.is(recorded, replayed)) return []
  if (!isObject(recorded) || !isObject(replayed)) return [{ path, recorded, replayed }]
  // Key order is no difference: a database may keep its own.
  const keys = new Set([...Object.keys(recorded), ...Object.keys(replayed)])
  return [...keys].flatMap((key) =>
    listDifferences(recorded[key], replayed[key], path === '' ? key : `${path}.${key}`),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
