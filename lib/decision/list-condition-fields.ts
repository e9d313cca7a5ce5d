import type { Condition } from './condition'

/** The names of all fields that a condition compares, each once. */
export function listConditionFields(condition: Condition): string[] {
  const names = new Set<string>()
  const visit = (part: Condition) => {
    if (part.kind === 'compare') names.add(part.field)
    else if (part.kind === 'not') visit(part.of)
    else if (part.kind !== 'segment') part.of.forEach(visit)
  }
  visit(condition)
  return [...names]
}

/** Profile fields are personal: read while deciding, never kept in a record. */
export function isProfileField(field: string): boolean {
  return field.startsWith('profile.')
}
