import { createAdmission, type Admission } from './admission'
import { CandidateLists } from './candidate-lists'
import type { CompiledCondition } from './compile-comparison'
import { compileConditionOver } from './compile-condition'
import { listConditionReferences } from './condition-references'
import { CELL_FIELDS } from './context-cell'
import { createEligibilityState, type EligibilityState } from './eligibility-state'
import { FieldIndex, isProfileField } from './field-index'
import { isStockField } from './stock-level'
import type { AssetKind, RuleEffect, Snapshot } from './snapshot'

export interface PreparedSlot {
  readonly key: string
  readonly kind: AssetKind
  readonly assetIds: readonly string[]
  readonly benchmarkAssetId: string
  /** Eligibility before any rule; what rules make of it is remembered behind it. */
  readonly eligibility: EligibilityState
}

export interface PreparedRule {
  readonly id: string
  readonly name: string
  readonly priority: number
  readonly slotIndex: number
  readonly matches: CompiledCondition
  readonly effect: RuleEffect
  readonly effectAssetIds: ReadonlySet<string>
  /** Reads `profile.*`, which no record keeps: replay trusts the record for this rule. */
  readonly readsProfile: boolean
}

export interface PreparedSegment {
  readonly id: string
  readonly name: string
  readonly matches: CompiledCondition
}

/** A snapshot with everything worked out that does not depend on the viewer. */
export interface PreparedSnapshot {
  readonly snapshot: Snapshot
  readonly slots: readonly PreparedSlot[]
  /** What may be shown when and where; null where nothing is limited. */
  readonly admission: Admission | null
  /** In the order of evaluation: priority 1 first, ties as in the snapshot. */
  readonly rules: readonly PreparedRule[]
  /** What rules make of all slots together is remembered here. */
  readonly candidateLists: CandidateLists
  readonly segments: readonly PreparedSegment[]
  readonly placements: ReadonlyMap<string, Snapshot['placements'][number]>
  /** All fields that rules, segments and the cell read. */
  readonly fields: FieldIndex
  /** Those of them that tell of stock. */
  readonly stockFields: readonly string[]
  /** Of each field, whether a record may keep it. */
  readonly isRecorded: readonly boolean[]
  /** What every record of the benchmark shares. */
  readonly benchmarkAssets: Readonly<Record<string, string>>
  readonly benchmarkPropensities: Readonly<Record<string, number>>
}

/**
 * Compiles a snapshot once per publication; every decision then runs on the result. A rule for a
 * slot the snapshot doesn't have is left out. A slot without a benchmark asset takes its first.
 */
export function prepareSnapshot(snapshot: Snapshot): PreparedSnapshot {
  const slots = snapshot.slots.map((slot): PreparedSlot => {
    const assetIds = [...new Set(slot.assetIds)]
    const benchmark = Object.hasOwn(snapshot.experiment.benchmark, slot.key)
      ? snapshot.experiment.benchmark[slot.key]
      : undefined
    return {
      key: slot.key,
      kind: slot.kind,
      assetIds,
      benchmarkAssetId: benchmark ?? assetIds[0] ?? '',
      eligibility: createEligibilityState(slot.key, assetIds),
    }
  })
  const fields = new FieldIndex()
  const rules = prepareRules(snapshot, fields)
  const segments = snapshot.segments.map(({ id, name, condition }) => ({
    id,
    name,
    matches: compileConditionOver(condition, fields),
  }))
  for (const feature of snapshot.learning.features) {
    if (feature !== 'segment' && feature !== 'stock') fields.indexOf(CELL_FIELDS[feature])
  }
  return {
    snapshot,
    slots,
    admission: createAdmission(snapshot, slots, fields),
    rules,
    candidateLists: new CandidateLists(),
    segments,
    placements: new Map(snapshot.placements.map((placement) => [placement.id, placement])),
    fields,
    stockFields: fields.names.filter(isStockField),
    isRecorded: fields.names.map((name) => !isProfileField(name)),
    benchmarkAssets: Object.fromEntries(slots.map((slot) => [slot.key, slot.benchmarkAssetId])),
    benchmarkPropensities: Object.fromEntries(slots.map((slot) => [slot.key, 1])),
  }
}

function prepareRules(snapshot: Snapshot, fields: FieldIndex): PreparedRule[] {
  const slotIndexes = new Map(snapshot.slots.map((slot, index) => [slot.key, index]))
  return snapshot.rules
    .toSorted((left, right) => left.priority - right.priority)
    .flatMap(({ id, name, priority, condition, effect }) => {
      const slotIndex = slotIndexes.get(effect.slot)
      if (slotIndex === undefined) return []
      return {
        id,
        name,
        priority,
        slotIndex,
        matches: compileConditionOver(condition, fields),
        effect,
        effectAssetIds: new Set(effect.assetIds),
        readsProfile: listConditionReferences(condition).fields.some(isProfileField),
      }
    })
}
