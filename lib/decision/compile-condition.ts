import { compileComparison, type CompiledCondition } from './compile-comparison'
import type { Condition } from './condition'
import { FieldIndex, type ContextFields } from './field-index'

/** A compiled condition: whether it holds for these fields and these segment memberships. */
export type ContextPredicate = (fields: ContextFields, segmentIds: readonly string[]) => boolean

/**
 * Compiles a condition once into a closure over the values of `fields`, whose index it extends
 * with the fields it reads. So a hundred rules share one reading of the context.
 */
export function compileConditionOver(condition: Condition, fields: FieldIndex): CompiledCondition {
  const compile = (part: Condition) => compileConditionOver(part, fields)
  switch (condition.kind) {
    case 'all':
      return joinAll(condition.of.map(compile))
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

/** Most rules join two or three conditions: those cost no loop. */
function joinAll(parts: readonly CompiledCondition[]): CompiledCondition {
  const [first, second, third] = parts
  if (!first) return () => true
  if (!second) return first
  if (!third) return (values, segmentIds) => first(values, segmentIds) && second(values, segmentIds)
  const rest = joinAll(parts.slice(2))
  return (values, segmentIds) =>
    first(values, segmentIds) && second(values, segmentIds) && rest(values, segmentIds)
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
