import type { Condition } from '@/lib/decision/condition'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { isProfileField } from '@/lib/decision/field-index'

/** Nothing known of customers decides it, so there is no one to count. */
export function isContextOnly(condition: Condition): boolean {
  return !listConditionReferences(condition).fields.some(isProfileField)
}
