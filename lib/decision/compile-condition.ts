import type { Condition, Operator, Scalar } from './condition'
import { isScalar, readField, type ContextFields } from './read-field'

/** A compiled condition: whether it holds for these fields and these segment memberships. */
export type ContextPredicate = (fields: ContextFields, segmentIds: readonly string[]) => boolean

type Operand = Scalar | readonly Scalar[] | null
type FieldTest = (value: Scalar) => boolean

const never: FieldTest = () => false
const always: FieldTest = () => true
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i

/** A finite number, or one written as a decimal; NaN for all else (so '' and '0x1f' are no numbers). */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : Number.NaN
}

/** Same type and value, or a number and a string that is that number written as a decimal. */
function equalTo(operand: Scalar): FieldTest {
  if (typeof operand === 'boolean') return (value) => value === operand
  const number = toNumber(operand)
  if (typeof operand === 'number') {
    return (value) => value === operand || (typeof value === 'string' && toNumber(value) === number)
  }
  return (value) => value === operand || (typeof value === 'number' && value === number)
}

function memberOf(operands: readonly Scalar[]): FieldTest {
  const exact = new Set<Scalar>(operands)
  const tests = operands.filter((operand) => !Number.isNaN(toNumber(operand))).map(equalTo)
  return (value) => exact.has(value) || tests.some((test) => test(value))
}

function single(operand: Operand, test: (operand: Scalar) => FieldTest): FieldTest {
  return isScalar(operand) ? test(operand) : never
}

function list(operand: Operand, test: (operands: readonly Scalar[]) => FieldTest): FieldTest {
  return Array.isArray(operand) ? test(operand.filter(isScalar)) : never
}

function numeric(operand: Operand, holds: (value: number, bound: number) => boolean): FieldTest {
  const bound = toNumber(operand)
  // Every comparison with NaN is false, so a value that is no number needs no test of its own.
  return Number.isNaN(bound) ? never : (value) => holds(toNumber(value), bound)
}

function textual(operand: Operand, holds: (value: string, part: string) => boolean): FieldTest {
  const parts = (Array.isArray(operand) ? operand : [operand]).filter(
    (part): part is string => typeof part === 'string' && part !== '',
  )
  return (value) => typeof value === 'string' && parts.some((part) => holds(value, part))
}

const not =
  (test: FieldTest): FieldTest =>
  (value) =>
    !test(value)

const negated = (test: FieldTest) => (test === never ? never : not(test))

/** What each operator asks of a field that is present. */
const operators: Record<Exclude<Operator, 'notExists'>, (operand: Operand) => FieldTest> = {
  equals: (operand) => single(operand, equalTo),
  notEquals: (operand) => negated(single(operand, equalTo)),
  in: (operand) => list(operand, memberOf),
  notIn: (operand) => negated(list(operand, memberOf)),
  greaterThan: (operand) => numeric(operand, (value, bound) => value > bound),
  atLeast: (operand) => numeric(operand, (value, bound) => value >= bound),
  lessThan: (operand) => numeric(operand, (value, bound) => value < bound),
  atMost: (operand) => numeric(operand, (value, bound) => value <= bound),
  contains: (operand) => textual(operand, (value, part) => value.includes(part)),
  startsWith: (operand) => textual(operand, (value, part) => value.startsWith(part)),
  endsWith: (operand) => textual(operand, (value, part) => value.endsWith(part)),
  exists: () => always,
}

function compileComparison(field: string, operator: Operator, operand: Operand): ContextPredicate {
  if (operator === 'notExists') return (fields) => readField(fields, field) === undefined
  const test = operators[operator](operand)
  return (fields) => {
    const value = readField(fields, field)
    return value !== undefined && test(value)
  }
}

/**
 * Compiles a condition once into a closure that is called for every decision.
 *
 * - A field that is absent (or holds no finite scalar) makes every comparison false except `notExists`; so
 *   does an operand the operator can't use (a list for `equals`, no list for `in`). `not` inverts
 *   whatever is inside, so `not` of a comparison with an absent field is true.
 * - The order operators compare numbers: a string counts only if it is a decimal number.
 *   `equals`, `in` and their opposites compare type and value, but 12 equals '12' and '12.0'.
 * - Text operators are case-sensitive and hold if any of their operands does; an empty operand
 *   never does.
 * - `all` of nothing is true, `any` of nothing is false. `segment` asks the given memberships.
 */
export function compileCondition(condition: Condition): ContextPredicate {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map(compileCondition)
      const [only] = parts
      if (only && parts.length === 1) return only
      return (fields, segmentIds) => {
        for (const part of parts) if (!part(fields, segmentIds)) return false
        return true
      }
    }
    case 'any': {
      const parts = condition.of.map(compileCondition)
      return (fields, segmentIds) => {
        for (const part of parts) if (part(fields, segmentIds)) return true
        return false
      }
    }
    case 'not': {
      const inner = compileCondition(condition.of)
      return (fields, segmentIds) => !inner(fields, segmentIds)
    }
    case 'compare':
      return compileComparison(condition.field, condition.operator, condition.value)
    case 'segment': {
      const { segmentId } = condition
      return (_fields, segmentIds) => segmentIds.includes(segmentId)
    }
  }
}
