import type { Operator } from '@/lib/decision/condition'
import type { FieldType } from '@/lib/segments/field-catalog'

const COMMON: Record<Operator, string> = {
  equals: 'is',
  notEquals: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  greaterThan: 'is more than',
  atLeast: 'is at least',
  lessThan: 'is less than',
  atMost: 'is at most',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  exists: 'is known',
  notExists: 'is not known',
}

/** The operator as the verb between a field and its value. */
export function labelOperator(operator: Operator, type: FieldType): string {
  return type === 'number' && operator === 'equals' ? 'is exactly' : COMMON[operator]
}
