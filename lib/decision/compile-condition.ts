import type { Condition, Operator, Scalar } from './condition'
import { FieldIndex, isScalar, type ContextFields, type FieldValues } from './field-index'

/** A compiled condition: whether it holds for these fields and these segment memberships. */
export type ContextPredicate = (fields: ContextFields, segmentIds: readonly string[]) => boolean

/** The same over values that a `FieldIndex` has read. */
export type CompiledCondition = (values: FieldValues, segmentIds: readonly string[]) => boolean

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

function compileComparison(index: number, operator: Operator, operand: Operand): CompiledCondition {
  if (operator === 'notExists') return (values) => values[index] === undefined
  const test = operators[operator](operand)
  return (values) => {
    const value = values[index]
    return value !== undefined && test(value)
  }
}

/**
 * Compiles a condition once into a closure over the values of `fields`, whose index it extends
 * with the fields it reads. So a hundred rules share one reading of the context.
 */
export function compileConditionOver(condition: Condition, fields: FieldIndex): CompiledCondition {
  const compile = (part: Condition) => compileConditionOver(part, fields)
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map(compile)
      const [only] = parts
      if (only && parts.length === 1) return only
      return (values, segmentIds) => {
        for (const part of parts) if (!part(values, segmentIds)) return false
        return true
      }
    }
    case 'any': {
      const parts = condition.of.map(compile)
      return (values, segmentIds) => {
        for (const part of parts) if (part(values, segmentIds)) return true
        return false
      }
    }
    case 'not': {
      const inner = compile(condition.of)
      return (values, segmentIds) => !inner(values, segmentIds)
    }
    case 'compare': {
      const { field, operator, value } = condition
      return compileComparison(fields.indexOf(field), operator, value)
    }
    case 'segment': {
      const { segmentId } = condition
      return (_values, segmentIds) => segmentIds.includes(segmentId)
    }
  }
}

/**
 * A condition as a closure over a context's fields.
 *
 * - A field that is absent (or holds no finite scalar) makes every comparison false except
 *   `notExists`; so does an operand the operator can't use (a list for `equals`, no list for
 *   `in`). `not` inverts whatever is inside, so `not` of a comparison with an absent field is true.
 * - The order operators compare numbers: a string counts only if it is a decimal number.
 *   `equals`, `in` and their opposites compare type and value, but 12 equals '12' and '12.0'.
 * - Text operators are case-sensitive and hold if any of their operands does; an empty operand
 *   never does.
 * - `all` of nothing is true, `any` of nothing is false. `segment` asks the given memberships.
 */
export function compileCondition(condition: Condition): ContextPredicate {
  const index = new FieldIndex()
  const holds = compileConditionOver(condition, index)
  return (fields, segmentIds) => holds(index.read(fields), segmentIds)
}
