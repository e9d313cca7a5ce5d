import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashString } from '@/lib/math/hash'
import { compileConstraints } from './compile-constraints'
import { decide } from './decide'
import type { DecisionInput } from './decision-input'
import { decisionRecordSchema, type DecisionRecord } from './decision-record'
import { evaluateEligibility } from './evaluate-eligibility'
import { explainDecision } from './explain-decision'
import type { Policy } from './policy'
import { policySettingsOf, type PolicySettings } from './policy-settings'
import { prepareSnapshot, type PreparedSnapshot } from './prepare-snapshot'
import { replayDecision } from './replay-decision'
import { resolveSegments } from './resolve-segments'
import { createScoredPolicy } from './testing/create-scored-policy'
import { inputArbitrary, snapshotArbitrary } from './testing/snapshot-arbitrary'
import { createUniformPolicy } from './uniform-policy'

/** A policy with opinions: pure, different in every cell, as a learned one is. */
const createOpinionatedPolicy = (settings: PolicySettings) =>
  createScoredPolicy(7, settings, (cell, id) => 1 + (hashString(id + JSON.stringify(cell)) % 50))

const worlds = fc.tuple(
  snapshotArbitrary,
  fc.array(inputArbitrary, { minLength: 20, maxLength: 20 }),
  fc.boolean(),
)

const eligibilityInput = (prepared: PreparedSnapshot, input: DecisionInput) => ({
  values: prepared.fields.read(input.fields),
  segmentIds: input.segmentIds,
  nowMs: input.nowMs,
})

function forEachDecision(
  runs: number,
  check: (world: {
    prepared: PreparedSnapshot
    input: DecisionInput
    policy: Policy
    record: DecisionRecord
  }) => void,
): number {
  let decisions = 0
  fc.assert(
    fc.property(worlds, ([snapshot, inputs, isLearned]) => {
      const prepared = prepareSnapshot(snapshot)
      const settings = policySettingsOf(snapshot)
      const policy = isLearned ? createOpinionatedPolicy(settings) : createUniformPolicy(settings)
      for (const bare of inputs) {
        const context = { fields: bare.fields, purposes: [] }
        const input = { ...bare, segmentIds: resolveSegments(prepared, context) }
        const { record } = decide(prepared, input, policy)
        decisions++
        check({ prepared, input, policy, record })
      }
    }),
    { numRuns: runs, seed: 20261123 },
  )
  return decisions
}

describe('every decision', () => {
  it('replays identically from its stored record, 10,000 times', () => {
    const dynamic = new Set<string>()
    const decisions = forEachDecision(500, ({ prepared, policy, record }) => {
      const stored = JSON.parse(JSON.stringify(record)) as DecisionRecord
      const replay = replayDecision(prepared, stored, policy)
      if (replay.kind === 'different') expect(replay.differences).toEqual([])
      dynamic.add(record.arm)
    })
    expect(decisions).toBe(10_000)
    expect([...dynamic].sort()).toEqual(['dynamic', 'fallback', 'holdout', 'outside'])
  })

  it('is a valid record that keeps no profile and fills every slot', () => {
    forEachDecision(60, ({ prepared, record }) => {
      expect(decisionRecordSchema.safeParse(record).error).toBeUndefined()
      expect(Object.keys(record.fields).filter((name) => name.startsWith('profile.'))).toEqual([])
      expect(Object.keys(record.assets)).toEqual(prepared.slots.map((slot) => slot.key))
    })
  })

  it('chooses an asset that the rules left eligible, with its exact chance', () => {
    forEachDecision(60, ({ prepared, input, policy, record }) => {
      if (record.arm !== 'dynamic') {
        expect(record.assets).toEqual(prepared.benchmarkAssets)
        expect(record.propensity).toBe(1)
        return
      }
      const { candidates } = evaluateEligibility(prepared, eligibilityInput(prepared, input))
      const table = policy.tableOf(record.cell, candidates)
      if (!table) throw new Error('A dynamic decision has a table.')
      const picks = candidates.map(({ slot, assetIds }, index) => {
        const pick = assetIds.indexOf(record.assets[slot] ?? '')
        expect(table.marginals[index]?.[pick]).toBe(record.propensities[slot])
        return pick
      })
      const row = [...table.probabilities.keys()].find((one) =>
        picks.every((pick, slot) => table.picks[one * picks.length + slot] === pick),
      )
      expect(table.probabilities[row ?? -1]).toBe(record.propensity)
    })
  })

  it('never shows what a pair forbids, and the benchmark only where nothing else is left', () => {
    const reasons = new Set<string>()
    forEachDecision(100, ({ prepared, input, record }) => {
      reasons.add(record.reason)
      const { candidates } = evaluateEligibility(prepared, eligibilityInput(prepared, input))
      const pairs = prepared.snapshot.constraints
      if (record.reason === 'no-combination') {
        expect(compileConstraints(pairs, candidates).isFeasible).toBe(false)
      }
      if (record.arm !== 'dynamic') return
      for (const { kind, first, second } of pairs) {
        const hasFirst = record.assets[first.slot] === first.assetId
        const hasSecond = record.assets[second.slot] === second.assetId
        if (kind === 'never') expect(hasFirst && hasSecond).toBe(false)
        else expect(hasFirst).toBe(hasSecond)
      }
    })
    expect(reasons).toContain('no-combination')
    expect(reasons).not.toContain('policy-failed')
  })

  it('respects the first rule that fired in each slot', () => {
    let checked = 0
    forEachDecision(200, ({ prepared, input, record }) => {
      if (record.arm !== 'dynamic') return
      prepared.slots.forEach((slot, slotIndex) => {
        const first = prepared.rules.find(
          (rule) =>
            rule.slotIndex === slotIndex &&
            rule.matches(prepared.fields.read(input.fields), input.segmentIds),
        )
        if (!first || first.effect.kind === 'prefer') return
        const isShow = first.effect.kind === 'show'
        const kept = slot.assetIds.filter((id) => first.effectAssetIds.has(id) === isShow)
        if (kept.length === 0) return
        checked++
        expect(kept).toContain(record.assets[slot.key])
      })
    })
    expect(checked).toBeGreaterThan(200)
  })

  it('is explained by the same eligibility, chances and choice', () => {
    forEachDecision(60, ({ prepared, policy, record }) => {
      const explanation = explainDecision(prepared, record, policy)
      expect(explanation.rules.map((rule) => rule.ruleId)).toEqual(record.firedRuleIds)
      for (const [index, slot] of explanation.slots.entries()) {
        const chosen = slot.eligible.filter((asset) => asset.isChosen)
        expect(chosen.map((asset) => asset.assetId)).toEqual([record.assets[slot.slot]])
        expect(chosen[0]?.probability).toBe(record.propensities[slot.slot])
        if (record.arm === 'dynamic') {
          const seen = [...slot.eligible, ...slot.excluded].map((asset) => asset.assetId)
          expect(seen.sort()).toEqual([...(prepared.slots[index]?.assetIds ?? [])].sort())
        }
      }
    })
  })

  it('leaves no trace on the prototypes', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    forEachDecision(50, () => undefined)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })
})
