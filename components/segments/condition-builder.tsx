'use client'

import type { Condition } from '@/lib/decision/condition'
import type { CatalogField } from '@/lib/segments/field-catalog'
import { ConditionGroup } from './condition-group'
import { readGroup } from './edit-condition'
import type { SegmentChoice } from './membership-row'

interface ConditionBuilderProps {
  value: Condition
  onChange: (condition: Condition) => void
  /** What may be asked: `useFieldCatalog()`. */
  fields: readonly CatalogField[]
  /** Offers membership of these segments; leave out where conditions may not ask for it. */
  segments?: readonly SegmentChoice[] | undefined
  /** Says beside each part what is still missing (`checkCondition` tells whether anything is). */
  showIssues?: boolean
}

/**
 * Edits a condition as nested groups of comparisons. A value that is no group at its root comes
 * back as a group of one when it is first changed.
 */
export function ConditionBuilder({
  value,
  onChange,
  fields,
  segments,
  showIssues = false,
}: ConditionBuilderProps) {
  return (
    <div className="min-w-0">
      <ConditionGroup
        group={readGroup(value)}
        depth={0}
        fields={fields}
        segments={segments}
        showIssues={showIssues}
        onChange={onChange}
      />
    </div>
  )
}
