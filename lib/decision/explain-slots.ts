import { countryOf, describeLimit } from './asset-limits'
import { assetNameOf } from './asset-name'
import type { DecisionRecord } from './decision-record'
import { evaluateEligibility, type FiredRule } from './evaluate-eligibility'
import { barKey, explainPairs } from './explain-pairs'
import type { Policy, SlotCandidates } from './policy'
import type { PreparedSnapshot } from './prepare-snapshot'
import type { AssetKind } from './snapshot'

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

/**
 * An asset that a rule took out, that the campaign's pairs keep from being shown at all, or that
 * its rights or approvals keep from being shown there and then.
 */
export interface ExcludedAsset {
  readonly assetId: string
  readonly name: string
  readonly ruleId: string | null
  readonly ruleName: string | null
  /** Of one that no rule took out: what pair keeps it out. */
  readonly pair: string | null
  /** What its rights or approvals say against it. */
  readonly limit: string | null
}

export interface ExplainedSlot {
  readonly slot: string
  readonly kind: AssetKind
  readonly eligible: readonly ExplainedAsset[]
  readonly excluded: readonly ExcludedAsset[]
  readonly chosenAssetId: string | null
  readonly propensity: number
}

/**
 * The slots of an assembled ad: what was eligible with which chance, and what was not and why.
 * `fired` is filled with the rules whose condition held.
 */
export function explainDrawn(
  prepared: PreparedSnapshot,
  record: DecisionRecord,
  policy: Policy | null,
  fired: FiredRule[],
): { slots: ExplainedSlot[]; pairs: readonly string[] } {
  const input = {
    values: prepared.fields.read(record.fields),
    segmentIds: record.segmentIds,
    nowMs: record.decidedAtMs,
    recordedRuleIds: record.firedRuleIds,
  }
  const { candidates } = evaluateEligibility(prepared, input, (rule) => fired.push(rule))
  const table =
    policy?.version === record.policyVersion ? policy.tableOf(record.cell, candidates) : null

  const { barred, texts } = explainPairs(prepared, candidates, record.assets)
  const isBarred = (slot: string, assetId: string) => barred.has(barKey(slot, assetId))

  const slots = candidates.map((candidate, slotIndex): ExplainedSlot => {
    const chosenAssetId = record.assets[candidate.slot] ?? null
    return {
      slot: candidate.slot,
      kind: prepared.slots[slotIndex]?.kind ?? 'image',
      eligible: candidate.assetIds.flatMap((assetId, index) =>
        isBarred(candidate.slot, assetId)
          ? []
          : [
              {
                assetId,
                name: assetNameOf(prepared, assetId),
                probability: table?.marginals[slotIndex]?.[index] ?? null,
                weight: candidate.weights[index] ?? 1,
                isChosen: assetId === chosenAssetId,
              },
            ],
      ),
      excluded: [
        ...listLimited(prepared, record, slotIndex),
        ...listRemoved(prepared, fired, slotIndex),
        ...listBarred(prepared, candidate, barred),
      ],
      chosenAssetId,
      propensity: record.propensities[candidate.slot] ?? 1,
    }
  })
  return { slots, pairs: texts }
}

function listLimited(
  prepared: PreparedSnapshot,
  record: DecisionRecord,
  slotIndex: number,
): ExcludedAsset[] {
  if (!prepared.admission) return []
  const { assets } = prepared.snapshot
  const country = countryOf(record.fields)
  return (prepared.slots[slotIndex]?.assetIds ?? []).flatMap((assetId) => {
    const asset = Object.hasOwn(assets, assetId) ? assets[assetId] : undefined
    const limit = asset && describeLimit(asset, record.decidedAtMs, country)
    const none = { ruleId: null, ruleName: null, pair: null }
    return limit ? [{ assetId, name: assetNameOf(prepared, assetId), ...none, limit }] : []
  })
}

function listRemoved(
  prepared: PreparedSnapshot,
  fired: readonly FiredRule[],
  slotIndex: number,
): ExcludedAsset[] {
  return fired
    .filter(({ rule }) => rule.slotIndex === slotIndex)
    .flatMap(({ rule: { id: ruleId, name: ruleName }, removedAssetIds }) =>
      removedAssetIds.map((assetId) => ({
        ...{ assetId, name: assetNameOf(prepared, assetId), ruleId, ruleName },
        ...{ pair: null, limit: null },
      })),
    )
}

function listBarred(
  prepared: PreparedSnapshot,
  { slot, assetIds }: SlotCandidates,
  barred: ReadonlyMap<string, string>,
): ExcludedAsset[] {
  return assetIds.flatMap((assetId) => {
    const pair = barred.get(barKey(slot, assetId))
    const name = assetNameOf(prepared, assetId)
    return pair === undefined
      ? []
      : [{ assetId, name, ruleId: null, ruleName: null, pair, limit: null }]
  })
}

/** The slots of the static creative: nothing else was eligible. */
export function explainBenchmark(
  prepared: PreparedSnapshot,
  record: DecisionRecord,
): ExplainedSlot[] {
  return prepared.slots.map(({ key, kind }) => {
    const assetId = record.assets[key]
    const shown =
      assetId === undefined
        ? []
        : [
            {
              assetId,
              name: assetNameOf(prepared, assetId),
              probability: 1,
              weight: 1,
              isChosen: true,
            },
          ]
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
