import fc from 'fast-check'
import type { Condition, Scalar } from '@/lib/decision/condition'
import { operatorSchema } from '@/lib/decision/condition'
import type { DecisionInput } from '@/lib/decision/decision-input'
import { contextFeatureSchema, type RuleEffect, type Snapshot } from '@/lib/decision/snapshot'
import { buildInput, buildSnapshot, FLIGHT, rule } from './build-snapshot'

const SLOT_KEYS = ['headline', 'image', 'cta', 'constructor', 'toString']
const SEGMENT_IDS = ['loyal', 'new', 'constructor', '__proto__']
const FIELDS = [
  'device.class',
  'time.daypart',
  'weather.condition',
  'weather.temperatureC',
  'stock.constructor',
  'page.__proto__',
  'profile.tier',
  'profile.age',
  'constructor',
  '__proto__',
]

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom('rain', 'mobile', 'gold', '12', '', '__proto__', 'constructor'),
  fc.integer({ min: -20, max: 40 }),
  fc.double(),
  fc.boolean(),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    fc.record({
      kind: fc.constant('compare' as const),
      field: fc.constantFrom(...FIELDS),
      operator: fc.constantFrom(...operatorSchema.options),
      value: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant(null)),
    }),
    fc.record({
      kind: fc.constant('segment' as const),
      segmentId: fc.constantFrom(...SEGMENT_IDS),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('node') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
})).node

/** Any valid snapshot the engine may meet, hostile names included. */
export const snapshotArbitrary: fc.Arbitrary<Snapshot> = fc
  .record({
    keys: fc.uniqueArray(fc.constantFrom(...SLOT_KEYS), { minLength: 1, maxLength: 4 }),
    sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 4, maxLength: 4 }),
    conditions: fc.array(condition, { maxLength: 10 }),
    choices: fc.array(
      fc.record({
        kind: fc.constantFrom('show' as const, 'exclude' as const, 'prefer' as const),
        slot: fc.nat(4),
        assets: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 5 }),
        weight: fc.double({ min: 1.01, max: 100, noNaN: true }),
        priority: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 10, maxLength: 10 },
    ),
    pairs: fc.array(
      fc.record({
        kind: fc.constantFrom('together' as const, 'never' as const),
        first: fc.tuple(fc.nat(3), fc.nat(8)),
        second: fc.tuple(fc.nat(3), fc.nat(8)),
      }),
      { maxLength: 3 },
    ),
    segmentConditions: fc.array(condition, { maxLength: SEGMENT_IDS.length }),
    pilot: fc.subarray(SEGMENT_IDS),
    isOpen: fc.boolean(),
    trafficShare: fc.constantFrom(0, 0.5, 1, 1),
    holdoutShare: fc.constantFrom(0, 0, 0.5, 1),
    explorationFloor: fc.double({ min: 0.001, max: 1, noNaN: true }),
    features: fc.subarray(contextFeatureSchema.options),
  })
  .map((parts) => {
    const slots = parts.keys.map((key, index) => ({
      key,
      kind: 'headline' as const,
      assetIds: Array.from({ length: parts.sizes[index] ?? 1 }, (_, asset) => `${index}-${asset}`),
    }))
    const rules = parts.conditions.map((when, index) => {
      const choice = parts.choices[index] ?? {
        kind: 'show',
        slot: 0,
        assets: [0],
        weight: 2,
        priority: 1,
      }
      const effect = {
        kind: choice.kind,
        // A rule may name a slot that does not exist.
        slot: parts.keys[choice.slot] ?? 'missing',
        assetIds: choice.assets.map((asset) => `${choice.slot}-${asset}`),
        ...(choice.kind === 'prefer' ? { weight: choice.weight } : {}),
      } as RuleEffect
      return rule(`r${index}`, choice.priority, when, effect)
    })
    const memberOf = ([slot, asset]: [number, number]) => ({
      slot: parts.keys[slot] ?? 'missing',
      assetId: `${slot}-${asset}`,
    })
    const base = buildSnapshot({ slots })
    return {
      ...base,
      rules,
      constraints: parts.pairs.map(({ kind, first, second }) => ({
        kind,
        first: memberOf(first),
        second: memberOf(second),
      })),
      segments: parts.segmentConditions.map((when, index) => ({
        id: SEGMENT_IDS[index] ?? 'other',
        name: 'Segment',
        condition: when,
      })),
      experiment: {
        ...base.experiment,
        trafficShare: parts.trafficShare,
        holdoutShare: parts.holdoutShare,
        segmentIds: parts.isOpen ? [] : parts.pilot,
      },
      learning: {
        reward: 'click' as const,
        explorationFloor: parts.explorationFloor,
        features: parts.features,
      },
    }
  })

/** Fields as a hostile client might send them, own `__proto__` included. */
export const fieldsArbitrary: fc.Arbitrary<Record<string, Scalar>> = fc
  .array(fc.tuple(fc.constantFrom(...FIELDS), scalar), { maxLength: 8 })
  .map((entries) => Object.fromEntries(entries))

export const inputArbitrary: fc.Arbitrary<DecisionInput> = fc
  .record({
    fields: fieldsArbitrary,
    seed: fc.nat(0xffffffff),
    nowMs: fc.constantFrom(
      FLIGHT.startsAtMs - 1,
      FLIGHT.startsAtMs,
      FLIGHT.startsAtMs + 1,
      FLIGHT.endsAtMs - 1,
      FLIGHT.endsAtMs,
    ),
    feedVersion: fc.nat(),
    purposes: fc.subarray(['storage', 'basicAds', 'personalisedAds']),
  })
  .map(buildInput)
