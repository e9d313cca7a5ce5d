import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { compileCondition } from './compile-condition'
import type { Condition, Operator, Scalar } from './condition'

const compare = (operator: Operator, value: Scalar | Scalar[] | null): Condition => ({
  kind: 'compare',
  field: 'a.b',
  operator,
  value,
})
const holds = (condition: Condition, fields: Record<string, Scalar>, segmentIds: string[] = []) =>
  compileCondition(condition)(fields, segmentIds)

const operatorCases: [Operator, Scalar | Scalar[] | null, Scalar, boolean][] = [
  ['equals', 'rain', 'rain', true],
  ['equals', 'rain', 'Rain', false],
  ['equals', 12, '12', true],
  ['equals', '12.0', 12, true],
  ['equals', '12.0', '12', false],
  ['equals', 0, '', false],
  ['equals', 0, false, false],
  ['equals', 'true', true, false],
  ['equals', true, true, true],
  ['equals', null, 'null', false],
  ['equals', ['rain'], 'rain', false],
  ['notEquals', 'rain', 'sun', true],
  ['notEquals', 'rain', 'rain', false],
  ['notEquals', null, 'sun', false],
  ['in', ['rain', 'snow'], 'snow', true],
  ['in', [1, 2], '2', true],
  ['in', ['1', 'x'], 1, true],
  ['in', [], 'x', false],
  ['in', 'x', 'x', false],
  ['notIn', ['rain'], 'sun', true],
  ['notIn', [], 'sun', true],
  ['notIn', 'rain', 'sun', false],
  ['greaterThan', 5, 5, false],
  ['greaterThan', 5, '5.1', true],
  ['greaterThan', '5', 6, true],
  ['greaterThan', 5, 'six', false],
  ['greaterThan', -1, '', false],
  ['greaterThan', -1, ' ', false],
  ['greaterThan', 1, '0x10', false],
  ['greaterThan', 1, 'Infinity', false],
  ['greaterThan', 0, true, false],
  ['greaterThan', 5, Number.NaN, false],
  ['atLeast', 5, 5, true],
  ['lessThan', 5, -1e3, true],
  ['lessThan', 5, '1e0', true],
  ['lessThan', 5, 'abc', false],
  ['lessThan', 'abc', 1, false],
  ['atMost', 5, 5, true],
  ['atMost', null, 0, false],
  ['contains', 'port', 'sports', true],
  ['contains', '', 'sports', false],
  ['contains', '1', 21, false],
  ['startsWith', ['x', 'sp'], 'sports', true],
  ['endsWith', 'rts', 'sports', true],
  ['endsWith', 'RTS', 'sports', false],
  ['exists', null, '', true],
  ['notExists', null, '', false],
]

describe('compileCondition', () => {
  it.each(operatorCases)('%s %j of %j is %s', (operator, operand, value, expected) => {
    expect(holds(compare(operator, operand), { 'a.b': value })).toBe(expected)
  })

  it('takes an absent field for false, except in notExists', () => {
    const operators = [...new Set(operatorCases.map(([operator]) => operator))]
    for (const operator of operators) {
      const condition = compare(operator, ['in', 'notIn'].includes(operator) ? ['x'] : 'x')
      expect(holds(condition, {})).toBe(operator === 'notExists')
      expect(holds({ kind: 'not', of: condition }, {})).toBe(operator !== 'notExists')
    }
  })

  it('combines conditions and asks memberships', () => {
    const rain = compare('equals', 'rain')
    const loyal: Condition = { kind: 'segment', segmentId: 'loyal' }
    expect(holds({ kind: 'all', of: [] }, {})).toBe(true)
    expect(holds({ kind: 'any', of: [] }, {})).toBe(false)
    expect(holds({ kind: 'all', of: [rain, loyal] }, { 'a.b': 'rain' }, ['loyal'])).toBe(true)
    expect(holds({ kind: 'all', of: [rain, loyal] }, { 'a.b': 'rain' }, ['new'])).toBe(false)
    expect(holds({ kind: 'any', of: [rain, loyal] }, {}, ['x', 'loyal'])).toBe(true)
  })

  it('sees own fields only, whatever they are called', () => {
    const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
    for (const field of inherited) {
      const exists: Condition = { kind: 'compare', field, operator: 'exists', value: null }
      expect(holds(exists, {})).toBe(false)
      const own = JSON.parse(`{${JSON.stringify(field)}: "x"}`) as Record<string, Scalar>
      const isKept = field !== '__proto__'
      expect(holds(exists, own)).toBe(isKept)
      expect(holds({ ...exists, operator: 'equals', value: 'x' }, own)).toBe(isKept)
    }
    const child = Object.create({ 'a.b': 'x' }) as Record<string, Scalar>
    expect(holds(compare('exists', null), child)).toBe(false)
  })

  it('takes a value that is no scalar for absent', () => {
    const hostile = { 'a.b': { toString: () => 'x' } } as unknown as Record<string, Scalar>
    expect(holds(compare('exists', null), hostile)).toBe(false)
    expect(holds(compare('notExists', null), hostile)).toBe(true)
    expect(holds(compare('notEquals', 'x'), hostile)).toBe(false)
  })

  const scalar = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.integer().map(String),
  )
  it('gives opposites opposite answers for every present value', () => {
    const pairs: [Operator, Operator][] = [
      ['equals', 'notEquals'],
      ['exists', 'notExists'],
    ]
    fc.assert(
      fc.property(scalar, scalar, fc.constantFrom(...pairs), (value, operand, [yes, no]) => {
        const fields = { 'a.b': value }
        expect(holds(compare(yes, operand), fields)).toBe(!holds(compare(no, operand), fields))
      }),
    )
  })

  it('orders numbers totally and nothing else', () => {
    fc.assert(
      fc.property(scalar, fc.double({ noNaN: true, noDefaultInfinity: true }), (value, bound) => {
        const [less, equal, greater] = (['lessThan', 'equals', 'greaterThan'] as const).map(
          (operator) => holds(compare(operator, bound), { 'a.b': value }),
        )
        const count = [less, equal, greater].filter(Boolean).length
        const isNumber = holds(compare('atLeast', -Number.MAX_VALUE), { 'a.b': value })
        expect(count).toBe(isNumber ? 1 : 0)
      }),
    )
  })
})

const pollutions = 'attack/proto-pollution/proto_pollution.dev.json'

describeFixtures('hostile strings', pollutions, () => {
  it('compile and evaluate as field, value and segment without a throw or a trace', () => {
    const payloads = readFixture<{ payload: string }[]>(pollutions)
    expect(payloads.length).toBeGreaterThan(5)
    const keysBefore = Object.getOwnPropertyNames(Object.prototype)
    for (const { payload } of payloads) {
      const condition: Condition = {
        kind: 'any',
        of: [
          { kind: 'compare', field: payload, operator: 'equals', value: payload },
          { kind: 'segment', segmentId: payload },
        ],
      }
      expect(holds(condition, {})).toBe(false)
      expect(holds(condition, { [payload]: payload })).toBe(payload !== '__proto__')
      expect(holds(condition, {}, [payload])).toBe(true)
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(keysBefore)
  })
})
