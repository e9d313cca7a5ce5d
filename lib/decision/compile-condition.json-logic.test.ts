import { expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { compileCondition } from './compile-condition'
import type { Condition, Operator, Scalar } from './condition'
import { mapCases, Unmappable } from './testing/map-cases'

const file = 'standards/rules/json-logic/compat-suites/compatible.json'

interface Case {
  description: string
  rule: unknown
  data?: unknown
  result: unknown
}

const isScalar = (value: unknown): value is Scalar =>
  ['string', 'number', 'boolean'].includes(typeof value)

const comparisons: Record<string, Operator> = {
  '==': 'equals',
  '===': 'equals',
  '!=': 'notEquals',
  '!==': 'notEquals',
  '>': 'greaterThan',
  '>=': 'atLeast',
  '<': 'lessThan',
  '<=': 'atMost',
}

/** One case as a condition and fields: a literal on the left becomes a field of its own. */
class Mapper {
  readonly fields: Record<string, Scalar> = {}

  constructor(data: unknown) {
    this.flatten(data, '')
  }

  map(rule: unknown): Condition {
    if (typeof rule === 'boolean') return rule ? { kind: 'all', of: [] } : { kind: 'any', of: [] }
    if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) {
      throw new Unmappable('not a test')
    }
    const [entry] = Object.entries(rule)
    if (!entry) throw new Unmappable('empty')
    const [name, argument] = entry
    const args: unknown[] = Array.isArray(argument) ? argument : [argument]
    if (name === 'and') return { kind: 'all', of: args.map((part) => this.map(part)) }
    if (name === 'or') return { kind: 'any', of: args.map((part) => this.map(part)) }
    if (name === '!') return { kind: 'not', of: this.map(args[0]) }
    if (name === '!!') return this.map(args[0])
    if (name === 'in') return this.mapIn(args)
    return this.mapComparison(name, args)
  }

  private mapIn([needle, haystack]: unknown[]): Condition {
    if (Array.isArray(haystack)) {
      const value = haystack.filter(isScalar)
      return { kind: 'compare', field: this.fieldOf(needle), operator: 'in', value }
    }
    if (!isScalar(needle)) throw new Unmappable('looks for a field in a field')
    const field = this.fieldOf(haystack)
    return { kind: 'compare', field, operator: 'contains', value: needle }
  }

  private mapComparison(name: string, args: unknown[]): Condition {
    const operator = comparisons[name]
    if (!operator) throw new Unmappable(`${name} has no counterpart`)
    const [left, right, third] = args
    if (!isScalar(right)) {
      if (third === undefined) throw new Unmappable('compares with no literal')
    }
    if (name.length === 3 && typeof left !== typeof right && isScalar(left)) {
      throw new Unmappable('tells 1 from "1"')
    }
    const value = isScalar(right) ? right : null
    const first: Condition = { kind: 'compare', field: this.fieldOf(left), operator, value }
    if (third === undefined) return first
    if (!isScalar(third) || !isScalar(right)) throw new Unmappable('between fields')
    const second: Condition = {
      kind: 'compare',
      field: this.fieldOf(right),
      operator,
      value: third,
    }
    return { kind: 'all', of: [first, second] }
  }

  private fieldOf(value: unknown): string {
    if (isScalar(value)) {
      const field = `literal.${Object.keys(this.fields).length}`
      this.fields[field] = value
      return field
    }
    const name = (value as { var?: unknown } | null)?.var
    if (typeof name === 'string' && name !== '') return name
    throw new Unmappable('computes its operand')
  }

  private flatten(value: unknown, prefix: string): void {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      if (isScalar(child)) this.fields[prefix + key] = child
      else this.flatten(child, `${prefix}${key}.`)
    }
  }
}

describeFixtures('JSON-Logic tests', file, () => {
  const suite = readFixture<(Case | string)[]>(file).filter((entry) => typeof entry !== 'string')
  const { mapped, leftOut } = mapCases(suite, ({ description, rule, data, result }, index) => {
    if (typeof result !== 'boolean') throw new Unmappable('its result is no boolean')
    const { fields, holds } = compileRule(rule, data)
    return { name: `${index}: ${description}`, holds, fields, result }
  })

  it.each(mapped)('$name', ({ holds, fields, result }) => {
    expect(holds(fields, [])).toBe(result)
  })

  it('leaves out only what our conditions can not say', () => {
    expect(leftOut).toEqual({
      'its result is no boolean': 169,
      'not a test': 16,
      'all has no counterpart': 8,
      'none has no counterpart': 8,
      'some has no counterpart': 8,
      'if has no counterpart': 2,
      'tells 1 from "1"': 3,
      'compares with no literal': 1,
    })
  })
})

function compileRule(rule: unknown, data: unknown) {
  const mapper = new Mapper(data)
  return { holds: compileCondition(mapper.map(rule)), fields: mapper.fields }
}
