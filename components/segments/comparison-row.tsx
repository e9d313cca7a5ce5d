'use client'

import { useMemo } from 'react'
import { Combobox } from '@/components/ui/combobox'
import { Select } from '@/components/ui/select'
import { findConditionIssue } from '@/lib/segments/check-condition'
import { type CatalogField, createUnknownField } from '@/lib/segments/field-catalog'
import { ConditionRow } from './condition-row'
import { changeField, changeOperator, type Comparison } from './edit-condition'
import { labelOperator } from './operator-labels'
import { ValueEditor } from './value-editor'

interface ComparisonRowProps {
  comparison: Comparison
  fields: readonly CatalogField[]
  showIssues: boolean
  onChange: (comparison: Comparison) => void
  onRemove: () => void
}

export function ComparisonRow({
  comparison,
  fields,
  showIssues,
  onChange,
  onRemove,
}: ComparisonRowProps) {
  const field = useMemo(
    () =>
      fields.find(({ name }) => name === comparison.field) ??
      createUnknownField(comparison.field, comparison.value),
    [fields, comparison.field, comparison.value],
  )
  const fieldOptions = useMemo(() => {
    const known = fields.includes(field) ? fields : [field, ...fields]
    return known.map(({ name, label, group }) => ({ value: name, label, group }))
  }, [fields, field])
  // An operator the field does not offer (from an import, or an older catalogue) stays visible.
  const operators = field.operators.includes(comparison.operator)
    ? field.operators
    : [comparison.operator, ...field.operators]
  const issue = showIssues ? findConditionIssue(comparison) : null

  return (
    <ConditionRow name={`the condition on ${field.label}`} issue={issue} onRemove={onRemove}>
      <Combobox
        aria-label="Field"
        options={fieldOptions}
        value={field.name}
        searchPlaceholder="Search fields…"
        emptyText="Nothing matches. What you know of customers is listed once they were imported."
        onValueChange={(name) => {
          const next = fields.find((one) => one.name === name)
          if (next && next !== field) onChange(changeField(comparison, next))
        }}
      />
      <Select
        aria-label={`How ${field.label} compares`}
        options={operators.map((operator) => ({
          value: operator,
          label: labelOperator(operator, field.type),
        }))}
        value={comparison.operator}
        onValueChange={(operator) => onChange(changeOperator(comparison, operator, field))}
      />
      <ValueEditor
        comparison={comparison}
        field={field}
        isInvalid={issue !== null}
        onChange={(value) => onChange({ ...comparison, value })}
      />
    </ConditionRow>
  )
}
