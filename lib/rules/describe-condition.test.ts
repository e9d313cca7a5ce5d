import { describe, expect, it } from 'vitest'
import type { Condition } from '@/lib/decision/condition'
import { describeCondition } from './describe-condition'

const say = (field: string, operator: 'atLeast' | 'equals' | 'exists', value: number | null) =>
  describeCondition({ kind: 'compare', field, operator, value }, [])

describe('describeCondition', () => {
  it.each([
    ['profile.orders', 'the customer’s orders are at least 3'],
    ['profile.children', 'the customer’s children are at least 3'],
    ['profile.discountShare', 'the customer’s discount share is at least 3'],
    ['profile.status', 'the customer’s status is at least 3'],
    ['profile.class', 'the customer’s class is at least 3'],
    ['profile.analysis', 'the customer’s analysis is at least 3'],
    ['weather.temperatureC', 'the temperature in °C is at least 3'],
  ])('says %s in the number it is in', (field, words) => {
    expect(say(field, 'atLeast', 3)).toBe(words)
  })

  it('joins tests, and puts brackets where they mix', () => {
    const orders: Condition = {
      kind: 'compare',
      field: 'profile.orders',
      operator: 'exists',
      value: null,
    }
    const rain: Condition = {
      kind: 'compare',
      field: 'weather.condition',
      operator: 'equals',
      value: 'rain',
    }
    const inside: Condition = { kind: 'all', of: [orders, rain] }
    expect(describeCondition({ kind: 'any', of: [inside, rain] }, [])).toBe(
      '(the customer’s orders are known and it rains) or it rains',
    )
  })
})
