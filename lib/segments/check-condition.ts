import type { Condition } from '@/lib/decision/condition'

export interface ConditionIssue {
  /** Indexes from the root to the faulty part: `''` for the root, `1.0` below it. */
  readonly path: string
  readonly message: string
}

/** What is missing in a condition before it can mean something; empty when it is complete. */
export function checkCondition(condition: Condition): ConditionIssue[] {
  return check(condition, [])
}

/** What is missing in this part itself, its parts aside; null when nothing is. */
export function findConditionIssue(condition: Condition): string | null {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.length === 0 ? 'Add a condition to this group or remove it' : null
    case 'not':
      return null
    case 'segment':
      return condition.segmentId === '' ? 'Choose a segment' : null
    case 'compare': {
      const { operator, value } = condition
      if (operator === 'exists' || operator === 'notExists') return null
      const values = Array.isArray(value) ? value : [value]
      const isMissing =
        values.length === 0 || values.some((one) => one === null || one === '' || isBlank(one))
      return isMissing ? 'Give a value' : null
    }
  }
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === ''
}

function check(condition: Condition, path: readonly number[]): ConditionIssue[] {
  const message = findConditionIssue(condition)
  const own = message === null ? [] : [{ path: path.join('.'), message }]
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [...own, ...condition.of.flatMap((part, index) => check(part, [...path, index]))]
    case 'not':
      return [...own, ...check(condition.of, [...path, 0])]
    case 'compare':
    case 'segment':
      return own
  }
}
