import type { Condition, Operator, Scalar } from '@/lib/decision/condition'
import type { CatalogField } from '@/lib/segments/field-catalog'

export type Comparison = Extract<Condition, { kind: 'compare' }>
export type GroupMode = 'all' | 'any' | 'none' | 'notAll'
export interface ConditionGroup {
  mode: GroupMode
  of: readonly Condition[]
}

/** A condition as a group of conditions, as the builder shows it; a single one is alone in "all". */
export function readGroup(condition: Condition): ConditionGroup {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return { mode: condition.kind, of: condition.of }
  }
  if (condition.kind !== 'not') return { mode: 'all', of: [condition] }
  const inner = condition.of
  if (inner.kind === 'all' || inner.kind === 'any') {
    return { mode: inner.kind === 'any' ? 'none' : 'notAll', of: inner.of }
  }
  return { mode: 'none', of: [inner] }
}

export function writeGroup({ mode, of }: ConditionGroup): Condition {
  const parts = [...of]
  switch (mode) {
    case 'all':
    case 'any':
      return { kind: mode, of: parts }
    case 'none':
      return { kind: 'not', of: { kind: 'any', of: parts } }
    case 'notAll':
      return { kind: 'not', of: { kind: 'all', of: parts } }
  }
}

/** Membership of a segment, or its opposite; null for every other condition. */
export function readMembership(condition: Condition): { segmentId: string; isIn: boolean } | null {
  if (condition.kind === 'segment') return { segmentId: condition.segmentId, isIn: true }
  if (condition.kind === 'not' && condition.of.kind === 'segment') {
    return { segmentId: condition.of.segmentId, isIn: false }
  }
  return null
}

export function writeMembership(segmentId: string, isIn: boolean): Condition {
  const segment: Condition = { kind: 'segment', segmentId }
  return isIn ? segment : { kind: 'not', of: segment }
}

/** A comparison of this field that a person only has to complete. */
export function createComparison(field: CatalogField): Comparison {
  const operator = field.operators[0] ?? 'equals'
  return { kind: 'compare', field: field.name, operator, value: emptyValue(field, operator) }
}

/** Keeps the operator where the new field has it; the value belongs to the old field. */
export function changeField({ operator }: Comparison, field: CatalogField): Comparison {
  if (!field.operators.includes(operator)) return createComparison(field)
  return { kind: 'compare', field: field.name, operator, value: emptyValue(field, operator) }
}

/** Carries the value over between one value and a list of them. */
export function changeOperator(
  comparison: Comparison,
  operator: Operator,
  field: CatalogField,
): Comparison {
  const { value } = comparison
  if (!needsValue(operator)) return { ...comparison, operator, value: null }
  if (takesList(operator)) {
    const list = Array.isArray(value) ? value : value === null || value === '' ? [] : [value]
    return { ...comparison, operator, value: list }
  }
  const single = Array.isArray(value) ? (value[0] ?? null) : value
  return { ...comparison, operator, value: single ?? emptyValue(field, operator) }
}

export function needsValue(operator: Operator): boolean {
  return operator !== 'exists' && operator !== 'notExists'
}

export function takesList(operator: Operator): boolean {
  return operator === 'in' || operator === 'notIn'
}

function emptyValue(field: CatalogField, operator: Operator): Scalar | Scalar[] | null {
  if (!needsValue(operator)) return null
  if (takesList(operator)) return []
  if (field.type === 'boolean') return true
  return field.type === 'number' ? null : ''
}
