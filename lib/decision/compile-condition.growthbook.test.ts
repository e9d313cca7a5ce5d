import { expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { compileCondition } from './compile-condition'
import type { Condition, Operator, Scalar } from './condition'
import { mapCases, Unmappable } from './testing/map-cases'

const file = 'standards/rules/growthbook/cases.dev.json'

type Json = Scalar | null | Json[] | { [key: string]: Json }
type Case = [
  name: string,
  condition: Json,
  attributes: Json,
  expected: boolean,
  groups?: Record<string, Json[]>,
]

const refuse = (why: string): never => {
  throw new Unmappable(why)
}
const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: Json | undefined): value is Scalar =>
  ['string', 'number', 'boolean'].includes(typeof value)
const listOf = (value: Json | undefined): Json[] =>
  Array.isArray(value) ? value : refuse('not a list')

/** Nested attributes as the flat dotted fields of a context. */
function flatten(value: Json, prefix = '', fields: Record<string, Scalar> = {}) {
  if (!isObject(value)) return fields
  for (const [key, child] of Object.entries(value)) {
    if (Array.isArray(child)) refuse('an attribute is a list')
    if (isScalar(child)) fields[prefix + key] = child
    else flatten(child, `${prefix}${key}.`, fields)
  }
  return fields
}

const operators: Record<string, Operator> = {
  $eq: 'equals',
  $ne: 'notEquals',
  $in: 'in',
  $nin: 'notIn',
  $gt: 'greaterThan',
  $gte: 'atLeast',
  $lt: 'lessThan',
  $lte: 'atMost',
}

function mapField(field: string, test: Json, groups: Record<string, Json[]>): Condition {
  const compare = (operator: Operator, value: Json): Condition => {
    if (isObject(value)) return refuse('compares with an object')
    const operand = Array.isArray(value) ? value.filter(isScalar) : value
    return { kind: 'compare', field, operator, value: operand }
  }
  if (test === null) return compare('notExists', null)
  if (!isObject(test)) return Array.isArray(test) ? refuse('a list') : compare('equals', test)
  const of = Object.entries(test).map(([key, value]): Condition => {
    const operator = operators[key]
    if (operator) return compare(operator, value)
    if (key === '$exists') return compare(value ? 'exists' : 'notExists', null)
    if (key === '$inGroup') return compare('in', groups[String(value)] ?? [])
    if (key === '$not') return { kind: 'not', of: mapField(field, value, groups) }
    return refuse(`${key} has no counterpart`)
  })
  return { kind: 'all', of }
}

function mapCondition(condition: Json, groups: Record<string, Json[]>): Condition {
  if (!isObject(condition)) return refuse('not an object')
  const each = (value: Json | undefined) => listOf(value).map((part) => mapCondition(part, groups))
  const of = Object.entries(condition).map(([key, value]): Condition => {
    if (key === '$and') return { kind: 'all', of: each(value) }
    if (key === '$or') return { kind: 'any', of: each(value) }
    if (key === '$nor') return { kind: 'not', of: { kind: 'any', of: each(value) } }
    if (key === '$not') return { kind: 'not', of: mapCondition(value, groups) }
    return mapField(key, value, groups)
  })
  return { kind: 'all', of }
}

describeFixtures('GrowthBook conditions', file, () => {
  const { evalCondition } = readFixture<{ evalCondition: Case[] }>(file)
  const { mapped, leftOut } = mapCases(evalCondition, (one) => {
    const [name, condition, attributes, expected, groups = {}] = one
    const fields = flatten(attributes)
    const holds = compileCondition(mapCondition(condition, groups))
    return { name, holds, fields, expected }
  })

  it.each(mapped)('$name', ({ holds, fields, expected }) => {
    expect(holds(fields, [])).toBe(expected)
  })

  it('leaves out only what our conditions can not say', () => {
    expect(leftOut).toEqual({
      'an attribute is a list': 26,
      '$regex has no counterpart': 6,
      '$regx has no counterpart': 1,
      '$ini has no counterpart': 4,
      '$nini has no counterpart': 4,
      '$size has no counterpart': 1,
      '$type has no counterpart': 6,
      // Versions such as 1.2.3.
      '$veq has no counterpart': 7,
      '$vgt has no counterpart': 25,
      '$vgte has no counterpart': 6,
      '$vlt has no counterpart': 7,
      // Compares with an object.
      'hello has no counterpart': 2,
    })
  })
})
