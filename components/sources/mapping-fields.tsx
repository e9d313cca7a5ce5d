'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Explain } from '@/components/ui/explain'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { Mapping } from '@/lib/sources/mapping'
import type { CsvSample } from './guess-mapping'

interface MappingFieldsProps {
  sample: CsvSample
  value: Mapping
  onChange: (mapping: Mapping) => void
}

const TYPES = [
  { value: 'string', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'Yes or no' },
] as const

/** Which column is what. Columns that are not ticked are not imported. */
export function MappingFields({ sample, value, onChange }: MappingFieldsProps) {
  const columns = sample.columns.map((column) => ({ value: column, label: column }))
  const others = sample.columns.filter(
    (column) => column !== value.idColumn && column !== value.consentColumn,
  )
  const change = (column: string, part: Partial<Mapping['attributes'][number]>) =>
    onChange({
      ...value,
      attributes: value.attributes.map((a) => (a.column === column ? { ...a, ...part } : a)),
    })
  const toggle = (column: string, isOn: boolean) =>
    onChange({
      ...value,
      attributes: isOn
        ? [
            ...value.attributes,
            {
              column,
              attribute: column
                .replace(/[^A-Za-z0-9]/g, '')
                .replace(/^[^a-z]/, (c) => c.toLowerCase()),
              type: 'string',
            },
          ]
        : value.attributes.filter((a) => a.column !== column),
    })
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Customer id" hint="Only its hash is kept">
          <Select
            value={value.idColumn}
            onValueChange={(idColumn) => onChange({ ...value, idColumn })}
            options={columns}
          />
        </Field>
        <Field
          label="Consent"
          hint="yes, true or 1 means the customer agreed"
          explain={
            <Explain term="Consent column">
              Says for each customer whether they agreed to personalised advertising. Nothing about
              the others is kept but the fact that they did not.
            </Explain>
          }
        >
          <Select
            value={value.consentColumn}
            placeholder="Choose a column"
            onValueChange={(consentColumn) => onChange({ ...value, consentColumn })}
            options={columns}
          />
        </Field>
      </div>
      <Table caption="Attributes to import">
        <TableHead>
          <TableRow>
            <TableHeader>Import</TableHeader>
            <TableHeader>Example</TableHeader>
            <TableHeader>As attribute</TableHeader>
            <TableHeader>Kind</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {others.map((column) => {
            const attribute = value.attributes.find((a) => a.column === column)
            return (
              <TableRow key={column}>
                <TableCell>
                  <Checkbox
                    label={column}
                    checked={attribute !== undefined}
                    onCheckedChange={(isOn) => toggle(column, isOn === true)}
                  />
                </TableCell>
                <TableCell className="text-muted max-w-40 truncate">
                  {sample.rows[0]?.[column] ?? ''}
                </TableCell>
                <TableCell>
                  {attribute && (
                    <Input
                      aria-label={`Attribute for ${column}`}
                      value={attribute.attribute}
                      onChange={(event) => change(column, { attribute: event.target.value })}
                    />
                  )}
                </TableCell>
                <TableCell>
                  {attribute && (
                    <Select
                      aria-label={`Kind of ${column}`}
                      value={attribute.type}
                      onValueChange={(type) => change(column, { type })}
                      options={[...TYPES]}
                    />
                  )}
                </TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </div>
  )
}
