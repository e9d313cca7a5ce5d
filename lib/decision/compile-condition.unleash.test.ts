import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeFixtures, fixturePath, readFixture } from '@/scripts/testing/fixtures'
import { compileCondition } from './compile-condition'
import type { Condition, Operator, Scalar } from './condition'
import { mapCases, Unmappable } from './testing/map-cases'

const folder = 'standards/rules/unleash/specifications'

interface Constraint {
  contextName: string
  operator: string
  values?: string[]
  value?: string
  inverted?: boolean
  caseInsensitive?: boolean
}
interface Strategy {
  name: string
  constraints?: Constraint[]
  segments?: number[]
}
interface Feature {
  name: string
  enabled: boolean
  strategies?: Strategy[]
  dependencies?: unknown[]
}
interface Specification {
  state?: { features: Feature[]; segments?: { id: number; constraints: Constraint[] }[] }
  tests?: {
    description: string
    toggleName: string
    expectedResult: boolean
    context: Record<string, unknown>
  }[]
}

const lists: Record<string, Operator> = {
  IN: 'in',
  STR_STARTS_WITH: 'startsWith',
  STR_ENDS_WITH: 'endsWith',
  STR_CONTAINS: 'contains',
}
const numbers: Record<string, Operator> = {
  NUM_EQ: 'equals',
  NUM_GT: 'greaterThan',
  NUM_GTE: 'atLeast',
  NUM_LT: 'lessThan',
  NUM_LTE: 'atMost',
  DATE_AFTER: 'greaterThan',
  DATE_BEFORE: 'lessThan',
}

function mapConstraint(constraint: Constraint): Condition {
  const { contextName: field, operator, values = [], value = '' } = constraint
  if (constraint.caseInsensitive) throw new Unmappable('ignores case')
  const list = lists[operator]
  const number = numbers[operator]
  let condition: Condition
  if (list) condition = { kind: 'compare', field, operator: list, value: values }
  else if (number) {
    const operand = operator.startsWith('DATE') ? Date.parse(value) : Number(value)
    condition = { kind: 'compare', field, operator: number, value: operand }
  } else if (operator === 'NOT_IN') {
    // Unleash takes an absent value for "not in"; our notIn does not, but `not in` does.
    condition = { kind: 'not', of: { kind: 'compare', field, operator: 'in', value: values } }
  } else throw new Unmappable(`${operator} has no counterpart`)
  return constraint.inverted ? { kind: 'not', of: condition } : condition
}

function mapFeature(feature: Feature, segments: Map<number, Constraint[]>): Condition {
  if (feature.dependencies?.length) throw new Unmappable('depends on another feature')
  if (!feature.enabled) return { kind: 'any', of: [] }
  const strategies = feature.strategies ?? []
  if (strategies.length === 0) return { kind: 'all', of: [] }
  const of = strategies.map((strategy): Condition => {
    if (strategy.name !== 'default') throw new Unmappable(`strategy ${strategy.name}`)
    const shared = (strategy.segments ?? []).map((id): Condition => {
      const constraints = segments.get(id)
      return constraints
        ? { kind: 'all', of: constraints.map(mapConstraint) }
        : { kind: 'segment', segmentId: `missing-${id}` }
    })
    return { kind: 'all', of: [...(strategy.constraints ?? []).map(mapConstraint), ...shared] }
  })
  return { kind: 'any', of }
}

function mapContext(context: Record<string, unknown>): Record<string, Scalar> {
  const { properties, ...top } = context
  const fields: Record<string, Scalar> = {}
  for (const [key, value] of [...Object.entries(top), ...Object.entries(properties ?? {})]) {
    if (typeof value === 'string') fields[key] = key === 'currentTime' ? Date.parse(value) : value
  }
  return fields
}

describeFixtures('Unleash constraints', folder, () => {
  const names = readdirSync(fixturePath(folder)).filter((name) => /^\d/.test(name))
  const cases = names.flatMap((name) => {
    const { state, tests = [] } = readFixture<Specification>(`${folder}/${name}`)
    const segments = new Map(state?.segments?.map(({ id, constraints }) => [id, constraints]))
    return tests.map((test) => ({ name, test, segments, features: state?.features ?? [] }))
  })
  const { mapped, leftOut } = mapCases(cases, ({ name, test, segments, features }) => {
    const feature = features.find((candidate) => candidate.name === test.toggleName)
    if (!feature) throw new Unmappable('unknown feature')
    const holds = compileCondition(mapFeature(feature, segments))
    const { context, expectedResult } = test
    return { name: `${name}: ${test.description}`, holds, context, expectedResult }
  })

  it.each(mapped)('$name', ({ holds, context, expectedResult }) => {
    expect(holds(mapContext(context), [])).toBe(expectedResult)
  })

  it('leaves out only what our conditions can not say', () => {
    expect(leftOut).toEqual({
      'REGEX has no counterpart': 36,
      'SEMVER_EQ has no counterpart': 5,
      'NOT_A_VALID_OPERATOR has no counterpart': 1,
      'depends on another feature': 20,
      'strategy gradualRolloutRandom': 9,
      'strategy gradualRolloutUserId': 6,
      'strategy userWithId': 3,
      'ignores case': 4,
      'unknown feature': 2,
    })
  })
})
