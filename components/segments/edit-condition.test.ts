import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '@/lib/decision/condition'
import { compileCondition } from '@/lib/decision/compile-condition'
import { buildFieldCatalog, type CatalogField } from '@/lib/segments/field-catalog'
import {
  changeField,
  changeOperator,
  createComparison,
  readGroup,
  readMembership,
  writeGroup,
  writeMembership,
} from './edit-condition'

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constantFrom('device.class', 'device.os'),
    operator: fc.constantFrom('equals' as const, 'exists' as const),
    value: fc.constantFrom('mobile', 'ios'),
  }),
  fc.record({ kind: fc.constant('segment' as const), segmentId: fc.constantFrom('a', 'b') }),
)
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(tie('condition')) }),
    fc.record({ kind: fc.constant('not'), of: tie('condition') }),
  ) as fc.Arbitrary<Condition>,
}))

const fields = buildFieldCatalog({
  attributes: [
    { name: 'age', type: 'number', profileCount: 1, examples: [], min: 1, max: 9 },
    { name: 'city', type: 'string', profileCount: 1, examples: ['Delft'], min: null, max: null },
  ],
  stockIds: [],
  promotionIds: ['autumn'],
  pageCategories: [],
})
function fieldOf(name: string): CatalogField {
  const field = fields.find((one) => one.name === name)
  if (!field) throw new Error(name)
  return field
}

describe('groups', () => {
  it('mean what the condition meant', () => {
    fc.assert(
      fc.property(
        anyCondition,
        fc.record(
          { 'device.class': fc.constantFrom('mobile', 'tv'), 'device.os': fc.constant('ios') },
          { requiredKeys: [] },
        ),
        fc.subarray(['a', 'b']),
        (condition, context, segmentIds) => {
          const again = writeGroup(readGroup(condition))
          expect(compileCondition(again)(context, segmentIds)).toBe(
            compileCondition(condition)(context, segmentIds),
          )
          expect(writeGroup(readGroup(again))).toEqual(again)
        },
      ),
    )
  })

  it('reads membership of a segment and its opposite', () => {
    expect(readMembership(writeMembership('a', false))).toEqual({ segmentId: 'a', isIn: false })
    expect(readMembership(writeMembership('a', true))).toEqual({ segmentId: 'a', isIn: true })
    expect(readMembership({ kind: 'all', of: [] })).toBeNull()
  })
})

describe('comparisons', () => {
  const city = createComparison(fieldOf('profile.city'))

  it('start empty, with the first operator of their field', () => {
    expect(city).toEqual({ kind: 'compare', field: 'profile.city', operator: 'equals', value: '' })
    expect(createComparison(fieldOf('promotion.autumn')).value).toBe(true)
    expect(createComparison(fieldOf('profile.age')).value).toBeNull()
  })

  it('carry a value between one and a list', () => {
    const list = changeOperator({ ...city, value: 'Delft' }, 'in', fieldOf('profile.city'))
    expect(list.value).toEqual(['Delft'])
    expect(changeOperator(list, 'notEquals', fieldOf('profile.city')).value).toBe('Delft')
    expect(changeOperator(city, 'in', fieldOf('profile.city')).value).toEqual([])
    const known = changeOperator({ ...city, value: 'Delft' }, 'exists', fieldOf('profile.city'))
    expect(known.value).toBeNull()
    expect(changeOperator(known, 'equals', fieldOf('profile.city')).value).toBe('')
  })

  it('forget the value of another field, and an operator it does not have', () => {
    const contains = changeOperator({ ...city, value: 'D' }, 'contains', fieldOf('profile.city'))
    expect(changeField(contains, fieldOf('profile.age'))).toEqual(
      createComparison(fieldOf('profile.age')),
    )
    const not = changeOperator(city, 'notEquals', fieldOf('profile.city'))
    expect(changeField(not, fieldOf('device.class'))).toMatchObject({
      field: 'device.class',
      operator: 'notEquals',
      value: '',
    })
  })
})
