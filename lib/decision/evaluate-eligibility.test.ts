import { describe, expect, it } from 'vitest'
import type { Condition } from './condition'
import { evaluateEligibility, type FiredRule } from './evaluate-eligibility'
import { prepareSnapshot } from './prepare-snapshot'
import { resolveSegments } from './resolve-segments'
import type { RuleEffect } from './snapshot'
import { buildSnapshot, compare, rule } from './testing/build-snapshot'

const always: Condition = { kind: 'all', of: [] }
const show = (...assetIds: string[]): RuleEffect => ({ kind: 'show', slot: 'headline', assetIds })
const exclude = (...assetIds: string[]): RuleEffect => ({
  kind: 'exclude',
  slot: 'headline',
  assetIds,
})
const prefer = (weight: number, ...assetIds: string[]): RuleEffect => ({
  kind: 'prefer',
  slot: 'headline',
  assetIds,
  weight,
})

function evaluate(effects: RuleEffect[], priorities: number[] = effects.map((_, index) => index)) {
  const rules = effects.map((effect, index) =>
    rule(`r${index}`, priorities[index] ?? 0, always, effect),
  )
  const prepared = prepareSnapshot(buildSnapshot({ rules }))
  const fired: FiredRule[] = []
  const input = { values: prepared.fields.read({}), segmentIds: [], nowMs: 0 }
  const eligibility = evaluateEligibility(prepared, input, (one) => fired.push(one))
  return { ...eligibility, outcomes: fired.map(({ outcome }) => outcome), fired, prepared, input }
}

describe('evaluateEligibility', () => {
  it.each([
    ['keeps what is shown', [show('h2', 'h3')], ['h2', 'h3'], ['applied']],
    ['takes out what is excluded', [exclude('h1')], ['h2', 'h3', 'h4'], ['applied']],
    [
      'skips what would leave nothing',
      [exclude('h1', 'h2', 'h3', 'h4')],
      ['h1', 'h2', 'h3', 'h4'],
      ['skipped'],
    ],
    [
      'skips a show of what the slot does not have',
      [show('i1')],
      ['h1', 'h2', 'h3', 'h4'],
      ['skipped'],
    ],
    [
      'lets the first of two contrary rules win',
      [show('h1'), show('h2')],
      ['h1'],
      ['applied', 'skipped'],
    ],
    ['narrows step by step', [show('h1', 'h2'), exclude('h1')], ['h2'], ['applied', 'applied']],
    [
      'sees when there is nothing to do',
      [exclude('h1'), exclude('h1')],
      ['h2', 'h3', 'h4'],
      ['applied', 'noEffect'],
    ],
    [
      'does not prefer what is gone',
      [exclude('h1'), prefer(3, 'h1')],
      ['h2', 'h3', 'h4'],
      ['applied', 'noEffect'],
    ],
  ])('%s', (_name, effects, assetIds, outcomes) => {
    const result = evaluate(effects)
    expect(result.candidates[0]?.assetIds).toEqual(assetIds)
    expect(result.outcomes).toEqual(outcomes)
    expect(result.candidates[1]?.assetIds).toEqual(['i1', 'i2', 'i3'])
  })

  it('multiplies the weights of preferences and keeps them with their assets', () => {
    const { candidates } = evaluate([prefer(2, 'h2', 'h3'), prefer(3, 'h3'), exclude('h1')])
    expect(candidates[0]).toMatchObject({ assetIds: ['h2', 'h3', 'h4'], weights: [2, 6, 1] })
  })

  it('goes by priority, ties in the order given', () => {
    expect(evaluate([show('h1'), show('h2')], [2, 1]).candidates[0]?.assetIds).toEqual(['h2'])
    expect(evaluate([show('h1'), show('h2')], [1, 1]).candidates[0]?.assetIds).toEqual(['h1'])
  })

  it('says what each rule removed, and leaves out rules for slots that are not there', () => {
    const missing: RuleEffect = { kind: 'show', slot: 'missing', assetIds: ['h1'] }
    const { fired, firedRuleIds } = evaluate([missing, exclude('h1', 'h4')])
    expect(firedRuleIds).toEqual(['r1'])
    expect(fired[0]?.removedAssetIds).toEqual(['h1', 'h4'])
  })

  it('gives the same object for the same eligibility, whichever rules led to it', () => {
    const { prepared, input, candidates } = evaluate([exclude('h1'), exclude('h1', 'h2')])
    expect(evaluateEligibility(prepared, input).candidates[0]).toBe(candidates[0])

    const rules = [
      rule('a', 1, compare('x.y', 'equals', 1), exclude('h1', 'h2')),
      rule('b', 2, compare('x.y', 'equals', 2), show('h3', 'h4')),
    ]
    const two = prepareSnapshot(buildSnapshot({ rules }))
    const [first, second] = [1, 2].map(
      (value) =>
        evaluateEligibility(two, {
          values: two.fields.read({ 'x.y': value }),
          segmentIds: [],
          nowMs: 0,
        }).candidates[0],
    )
    expect(first?.assetIds).toEqual(['h3', 'h4'])
    expect(second).toBe(first)
  })

  it('stays right when it has more combinations than it remembers', () => {
    const rules = Array.from({ length: 14 }, (_, bit) =>
      rule(`r${bit}`, bit, compare(`bit.b${bit}`, 'equals', 1), prefer(bit + 2, 'h1')),
    )
    const prepared = prepareSnapshot(buildSnapshot({ rules }))
    for (let pattern = 0; pattern < 2 ** 14; pattern++) {
      const fields: Record<string, number> = {}
      let expected = 1
      for (let bit = 0; bit < 14; bit++) {
        if ((pattern >> bit) & 1) {
          fields[`bit.b${bit}`] = 1
          expected *= bit + 2
        }
      }
      const input = { values: prepared.fields.read(fields), segmentIds: [], nowMs: 0 }
      const weight = evaluateEligibility(prepared, input).candidates[0]?.weights[0]
      if (weight !== expected) expect(weight).toBe(expected)
    }
  })
})

describe('resolveSegments', () => {
  it('lists memberships in campaign order, and none through another segment', () => {
    const prepared = prepareSnapshot(
      buildSnapshot({
        segments: [
          { id: 'rainy', name: 'Rainy', condition: compare('weather.condition', 'equals', 'rain') },
          { id: 'nested', name: 'Nested', condition: { kind: 'segment', segmentId: 'rainy' } },
          { id: 'self', name: 'Self', condition: { kind: 'segment', segmentId: 'self' } },
          { id: 'mobile', name: 'Mobile', condition: compare('device.class', 'equals', 'mobile') },
        ],
      }),
    )
    const resolve = (fields: Record<string, string>) =>
      resolveSegments(prepared, { fields, purposes: [] })
    expect(resolve({ 'device.class': 'mobile', 'weather.condition': 'rain' })).toEqual([
      'rainy',
      'mobile',
    ])
    expect(resolve({})).toEqual([])
  })
})
