import { describe, expect, it } from 'vitest'
import { decide } from './decide'
import { explainDecision } from './explain-decision'
import { prepareSnapshot } from './prepare-snapshot'
import { replayDecision } from './replay-decision'
import { buildInput, buildSnapshot, compare, rule } from './testing/build-snapshot'
import { createUniformPolicy } from './uniform-policy'

const policy = createUniformPolicy({ explorationFloor: 0.2, constraints: [] })
const rainy = compare('weather.condition', 'equals', 'rain')
const base = buildSnapshot({
  segments: [
    { id: 'gold', name: 'Gold members', condition: compare('profile.tier', 'equals', 'gold') },
  ],
  rules: [
    rule('stock', 1, compare('stock.shoe', 'lessThan', 5), {
      kind: 'exclude',
      slot: 'headline',
      assetIds: ['h4'],
    }),
    rule('gold', 2, compare('profile.tier', 'equals', 'gold'), {
      kind: 'prefer',
      slot: 'headline',
      assetIds: ['h2'],
      weight: 3,
    }),
    rule('rain', 3, rainy, { kind: 'show', slot: 'headline', assetIds: ['h4'] }),
    rule('never', 4, compare('weather.condition', 'equals', 'snow'), {
      kind: 'show',
      slot: 'image',
      assetIds: ['i1'],
    }),
  ],
})
const input = buildInput({
  fields: { 'stock.shoe': 2, 'weather.condition': 'rain', 'profile.tier': 'gold' },
  segmentIds: ['gold'],
})
const prepared = prepareSnapshot(base)
const { record } = decide(prepared, input, policy)

describe('explainDecision', () => {
  it('tells of every asset why it could or could not be shown', () => {
    const explanation = explainDecision(prepared, record, policy)
    const [headline] = explanation.slots
    expect(headline?.excluded).toEqual([
      { assetId: 'h4', name: 'Asset h4', ruleId: 'stock', ruleName: 'Rule stock' },
    ])
    const eligible = headline?.eligible ?? []
    expect(eligible.map(({ assetId, weight }) => [assetId, weight])).toEqual([
      ['h1', 1],
      ['h2', 3],
      ['h3', 1],
    ])
    expect(eligible[1]?.probability).toBeCloseTo(0.8 * 0.6 + 0.2 / 3, 12)
    expect(headline?.chosenAssetId).toBe(record.assets['headline'])
  })

  it('tells of every rule that fired what it did', () => {
    const { rules } = explainDecision(prepared, record, policy)
    expect(rules.map(({ ruleId, outcome, text }) => [ruleId, outcome, text])).toEqual([
      ['stock', 'applied', 'Took out “Asset h4”.'],
      ['gold', 'applied', 'Multiplied the chance of “Asset h2” by 3.'],
      ['rain', 'skipped', 'Skipped: it would have left nothing to show.'],
    ])
  })

  it('names segments, reason and what was used', () => {
    expect(explainDecision(prepared, record, policy)).toMatchObject({
      arm: 'dynamic',
      reason: { code: 'assembled', text: expect.stringContaining('Assembled') as string },
      segments: [{ id: 'gold', name: 'Gold members' }],
      fields: { 'stock.shoe': 2, 'weather.condition': 'rain' },
      seed: 1,
    })
  })

  it('leaves probabilities out without the policy that decided', () => {
    for (const other of [null, { ...policy, version: 5 }]) {
      const { slots } = explainDecision(prepared, record, other)
      expect(slots.flatMap((slot) => slot.eligible.map((asset) => asset.probability))).toEqual(
        new Array(6).fill(null),
      )
    }
  })

  it('shows the benchmark as the only choice where it was served', () => {
    const late = decide(prepared, { ...input, nowMs: 0 }, policy).record
    const explanation = explainDecision(prepared, late, policy)
    expect(explanation.rules).toEqual([])
    expect(explanation.reason.text).toContain('not in flight')
    expect(explanation.slots.map((slot) => slot.eligible.map((asset) => asset.assetId))).toEqual([
      ['h1'],
      ['i1'],
    ])
  })
})

describe('replayDecision', () => {
  it('takes rules that read the profile from the record, which keeps no profile', () => {
    expect(JSON.stringify(record.fields)).not.toContain('profile')
    expect(replayDecision(prepared, record, policy)).toEqual({ kind: 'identical', record })
  })

  it('does not mind the order of keys', () => {
    const reordered = Object.fromEntries(Object.entries(record).reverse()) as typeof record
    expect(replayDecision(prepared, reordered, policy).kind).toBe('identical')
  })

  it('replays a fallback for a reason of the caller', () => {
    const benchmark = decide(prepared, { ...input, nowMs: 0 }, policy).record
    const slow = { ...benchmark, arm: 'fallback' as const, reason: 'deadline' }
    expect(replayDecision(prepared, slow, policy).kind).toBe('identical')
  })

  it.each([
    ['assets.headline', { assets: { ...record.assets, headline: 'h9' } }],
    ['propensities.image', { propensities: { ...record.propensities, image: 0.9 } }],
    ['propensity', { propensity: record.propensity / 2 }],
    ['revision', { revision: 99 }],
    ['policyVersion', { policyVersion: 99 }],
    ['landingUrl', { landingUrl: 'https://evil.example/' }],
    ['firedRuleIds.3', { firedRuleIds: [...record.firedRuleIds, 'never'] }],
  ])('finds a forged %s', (path, change) => {
    const replay = replayDecision(prepared, { ...record, ...change }, policy)
    expect(replay.kind).toBe('different')
    if (replay.kind === 'different') {
      expect(replay.differences.map((difference) => difference.path)).toContain(path)
    }
  })
})
