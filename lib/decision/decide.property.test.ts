import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashString } from '@/lib/math/hash'
import { applyPreference } from './apply-preference'
import { decide } from './decide'
import type { DecisionInput } from './decision-input'
import { decisionRecordSchema, type DecisionRecord } from './decision-record'
import { evaluateEligibility } from './evaluate-eligibility'
import { explainDecision } from './explain-decision'
import type { Policy } from './policy'
import { prepareSnapshot, type PreparedSnapshot } from './prepare-snapshot'
import { replayDecision } from './replay-decision'
import { resolveSegments } from './resolve-segments'
import { inputArbitrary, snapshotArbitrary } from './testing/snapshot-arbitrary'
import { createUniformPolicy } from './uniform-policy'

/** A policy with opinions: pure, different in every cell, as a learned one is. */
function createOpinionatedPolicy(floor: number): Policy {
  return {
    version: 7,
    distributions: (cell, candidates) =>
      candidates.map(({ slot, assetIds, weights }) => {
        const raw = assetIds.map((id) => 1 + (hashString(id + JSON.stringify(cell)) % 50))
        const total = raw.reduce((sum, value) => sum + value, 0)
        const probabilities = raw.map((value) => value / total)
        return applyPreference({ slot, assetIds, probabilities }, weights, floor)
      }),
  }
}

const worlds = fc.tuple(
  snapshotArbitrary,
  fc.array(inputArbitrary, { minLength: 20, maxLength: 20 }),
  fc.boolean(),
)

const eligibilityInput = (prepared: PreparedSnapshot, input: DecisionInput) => ({
  values: prepared.fields.read(input.fields),
  segmentIds: input.segmentIds,
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
      const floor = snapshot.learning.explorationFloor
      const policy = isLearned ? createOpinionatedPolicy(floor) : createUniformPolicy(floor)
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
    expect([...dynamic].sort()).toEqual(['dynamic', 'holdout', 'outside'])
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
      let product = 1
      policy.distributions(record.cell, candidates).forEach((distribution) => {
        const chosen = distribution.assetIds.indexOf(record.assets[distribution.slot] ?? '')
        const propensity = record.propensities[distribution.slot] ?? Number.NaN
        expect(distribution.probabilities[chosen]).toBe(propensity)
        product *= propensity
      })
      expect(record.propensity).toBe(product)
    })
  })

  it('offers probabilities that sum to 1 and never fall below the floor', () => {
    forEachDecision(60, ({ prepared, input, policy, record }) => {
      const { candidates } = evaluateEligibility(prepared, eligibilityInput(prepared, input))
      const floor = prepared.snapshot.learning.explorationFloor
      for (const { probabilities } of policy.distributions(record.cell, candidates)) {
        const sum = probabilities.reduce((total, value) => total + value, 0)
        expect(Math.abs(sum - 1)).toBeLessThan(1e-12)
        expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(floor / probabilities.length)
      }
    })
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
