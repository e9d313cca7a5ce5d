import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '@/lib/decision/condition'
import { describeCondition } from './describe-condition'
import { describeRule } from './describe-rule'

const rain: Condition = {
  kind: 'compare',
  field: 'weather.condition',
  operator: 'equals',
  value: 'rain',
}
const parent: Condition = { kind: 'segment', segmentId: 's1' }
const segments = [{ id: 's1', name: 'Parents' }]

describe('describeCondition', () => {
  const compare = (
    field: string,
    operator: Extract<Condition, { kind: 'compare' }>['operator'],
    value: Extract<Condition, { kind: 'compare' }>['value'],
  ): Condition => ({ kind: 'compare', field, operator, value })

  it.each<[string, Condition]>([
    ['it rains', rain],
    ['it rains or it snows', compare('weather.condition', 'in', ['rain', 'snow'])],
    ['the weather is “hail”', compare('weather.condition', 'equals', 'hail')],
    ['the viewer uses a phone', compare('device.class', 'equals', 'mobile')],
    ['“coat” is out of stock', compare('stock.coat', 'equals', 'out_of_stock')],
    ['the stock of “coat” is below 5', compare('stock.coat.quantity', 'lessThan', 5)],
    ['the offer “autumn” is on', compare('promotion.autumn', 'equals', true)],
    ['the customer’s loyalty tier is “gold”', compare('profile.loyaltyTier', 'equals', 'gold')],
    ['the customer’s city is known', compare('profile.city', 'exists', null)],
    ['the viewer is in “Parents”', parent],
    ['the viewer is in a segment that is gone', { kind: 'segment', segmentId: 'x' }],
    ['always', { kind: 'all', of: [] }],
    ['never', { kind: 'any', of: [] }],
    ['it rains and the viewer is in “Parents”', { kind: 'all', of: [rain, parent] }],
    [
      'it rains and (it rains or the viewer is in “Parents”)',
      { kind: 'all', of: [rain, { kind: 'any', of: [rain, parent] }] },
    ],
    ['not (it rains)', { kind: 'not', of: rain }],
  ])('%s', (words, condition) => {
    expect(describeCondition(condition, segments)).toBe(words)
  })

  it('says something for any field, own names of objects included', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom('constructor', 'weather.__proto__'), fc.string()),
        fc.string(),
        (field, value) => {
          expect(describeCondition(compare(field, 'equals', value), []).length).toBeGreaterThan(2)
        },
      ),
    )
  })
})

describe('describeRule', () => {
  const assets = ['A', 'B', 'C', 'D'].map((name) => ({ id: name.toLowerCase(), name }))
  const slots = [
    { key: 'main_image', kind: 'image', assets },
    { key: 'cta', kind: 'cta', assets: [] },
  ] as const
  const effect = (assetIds: string[]) => ({ kind: 'show' as const, slot: 'main_image', assetIds })

  it('reads as a sentence', () => {
    expect(
      describeRule(
        { condition: { kind: 'all', of: [rain, parent] }, effect: effect(['a', 'b']) },
        segments,
        slots,
      ),
    ).toEqual({
      when: 'When it rains and the viewer is in “Parents”',
      then: 'show only main image “A” or “B”',
    })
  })

  it('shortens long lists and names what is gone', () => {
    const { then } = describeRule(
      { condition: rain, effect: effect(['a', 'x', 'c', 'd']) },
      [],
      slots,
    )
    expect(then).toBe('show only main image “A”, an asset that is gone, “C” or 1 more')
  })

  it('writes weights and fixed conditions', () => {
    expect(
      describeRule(
        {
          condition: { kind: 'all', of: [] },
          effect: { kind: 'prefer', slot: 'cta', assetIds: ['a'], weight: 3 },
        },
        [],
        slots,
      ),
    ).toEqual({ when: 'Always', then: 'prefer the call to action “A” (×3)' })
  })
})
