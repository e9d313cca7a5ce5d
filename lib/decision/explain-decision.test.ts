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
      {
        assetId: 'h4',
        name: 'Asset h4',
        ruleId: 'stock',
        ruleName: 'Rule stock',
        pair: null,
        limit: null,
      },
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

describe('pairs in an explanation', () => {
  const pair = (kind: 'together' | 'never', headline: string, image: string) => ({
    kind,
    first: { slot: 'headline', assetId: headline },
    second: { slot: 'image', assetId: image },
  })

  it('tells what they keep out, and what goes with what was shown', () => {
    const constraints = [
      pair('together', 'h1', 'gone'),
      pair('never', 'h2', 'i1'),
      pair('never', 'h2', 'i2'),
      pair('never', 'h3', 'i3'),
    ]
    const snapshot = buildSnapshot({ constraints })
    const paired = prepareSnapshot(snapshot)
    const uniform = createUniformPolicy({ explorationFloor: 0.2, constraints })
    const seeds = Array.from({ length: 60 }, (_, seed) => seed)
    const found = seeds
      .map((seed) => decide(paired, buildInput({ seed }), uniform).record)
      .find(({ assets }) => assets['headline'] === 'h2')
    if (!found) throw new Error('h2 is shown now and then')
    const explanation = explainDecision(paired, found, uniform)
    expect(found.assets).toEqual({ headline: 'h2', image: 'i3' })
    expect(explanation.pairs).toEqual([
      '“Asset h2” and “Asset i1” never go together.',
      '“Asset h2” and “Asset i2” never go together.',
      '“Asset h3” and “Asset i3” never go together.',
    ])
    expect(explanation.slots[0]?.excluded).toEqual([
      {
        ...{ assetId: 'h1', name: 'Asset h1', ruleId: null, ruleName: null },
        pair: '“Asset h1” and “gone” always go together',
        limit: null,
      },
    ])
    const chances = explanation.slots[0]?.eligible.map(({ probability }) => probability ?? 0) ?? []
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
    expect(replayDecision(paired, found, uniform).kind).toBe('identical')
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
