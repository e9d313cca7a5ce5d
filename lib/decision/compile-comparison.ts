import type { Operator, Scalar } from './condition'
import { isScalar, type FieldValues } from './field-index'

/** A compiled condition over values that a `FieldIndex` has read. */
export type CompiledCondition = (values: FieldValues, segmentIds: readonly string[]) => boolean

type Operand = Scalar | readonly Scalar[] | null
type CompileOperator = (index: number, operand: Operand) => CompiledCondition

const never: CompiledCondition = () => false
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i

/** A number, or one written as a decimal; NaN for all else (so '' and '0x1f' are no numbers). */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : Number.NaN
}

/** Same type and value, or a number and a string that is that number written as a decimal. */
function compileEquals(index: number, operand: Operand): CompiledCondition {
  if (!isScalar(operand)) return never
  if (typeof operand === 'boolean') return (values) => values[index] === operand
  const number = toNumber(operand)
  if (typeof operand === 'number') {
    return (values) => {
      const value = values[index]
      return value === operand || (typeof value === 'string' && toNumber(value) === number)
    }
  }
  return (values) => {
    const value = values[index]
    return value === operand || (typeof value === 'number' && value === number)
  }
}

function compileIn(index: number, operand: Operand): CompiledCondition {
  if (!Array.isArray(operand)) return never
  const operands = operand.filter(isScalar)
  const exact = new Set<unknown>(operands)
  const numbers = new Set(operands.map(toNumber).filter((number) => !Number.isNaN(number)))
  // '12' and '12.0' are different texts, but each equals 12.
  const literals = new Set(operands.filter((value) => typeof value === 'number'))
  return (values) => {
    const value = values[index]
    if (exact.has(value)) return true
    if (typeof value === 'number') return numbers.has(value)
    return literals.size > 0 && typeof value === 'string' && literals.has(toNumber(value))
  }
}

/** Opposites hold only for a field that is present and an operand the operator can use. */
function compileOpposite(compile: CompileOperator): CompileOperator {
  return (index, operand) => {
    const test = compile(index, operand)
    if (test === never) return never
    return (values, segmentIds) => values[index] !== undefined && !test(values, segmentIds)
  }
}

/** Every comparison with NaN is false, so what is no number needs no test of its own. */
function compileOrder(
  compile: (index: number, bound: number) => CompiledCondition,
): CompileOperator {
  return (index, operand) => compile(index, toNumber(operand))
}

function compileText(holds: (value: string, part: string) => boolean): CompileOperator {
  return (index, operand) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).filter(
      (part): part is string => typeof part === 'string' && part !== '',
    )
    return (values) => {
      const value = values[index]
      return typeof value === 'string' && parts.some((part) => holds(value, part))
    }
  }
}

/** What each operator compiles to. One closure a comparison: this is the hot path. */
const operators: Record<Operator, CompileOperator> = {
  equals: compileEquals,
  notEquals: compileOpposite(compileEquals),
  in: compileIn,
  notIn: compileOpposite(compileIn),
  greaterThan: compileOrder((index, bound) => (values) => toNumber(values[index]) > bound),
  atLeast: compileOrder((index, bound) => (values) => toNumber(values[index]) >= bound),
  lessThan: compileOrder((index, bound) => (values) => toNumber(values[index]) < bound),
  atMost: compileOrder((index, bound) => (values) => toNumber(values[index]) <= bound),
  contains: compileText((value, part) => value.includes(part)),
  startsWith: compileText((value, part) => value.startsWith(part)),
  endsWith: compileText((value, part) => value.endsWith(part)),
  exists: (index) => (values) => values[index] !== undefined,
  notExists: (index) => (values) => values[index] === undefined,
}

/** One comparison of the field at `index`; `compileCondition` says what it means. */
export function compileComparison(
  index: number,
  operator: Operator,
  operand: Operand,
): CompiledCondition {
  return operators[operator](index, operand)
}
