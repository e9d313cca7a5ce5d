'use client'

import { cn } from '@/components/ui/cn'
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
import type { AttributeType, ColumnRole } from '@/lib/sources/guess-mapping'

interface MappingTableProps {
  roles: readonly ColumnRole[]
  rows: readonly Readonly<Record<string, unknown>>[]
  onChange: (roles: ColumnRole[]) => void
}

const ROLES: { value: ColumnRole['role']; label: string }[] = [
  { value: 'identifier', label: 'Tells customers apart' },
  { value: 'consent', label: 'Says who agreed' },
  { value: 'attribute', label: 'Ads may use it' },
  { value: 'ignored', label: 'Leave out' },
]
const TYPES: { value: AttributeType; label: string }[] = [
  { value: 'string', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'Yes or no' },
]
const EXAMPLES = 3
/** Cells under one another where there is no room beside. */
const stacked = 'max-sm:block max-sm:h-auto max-sm:px-4 max-sm:py-0'

/** What each column is for. Only one can be the identifier, and one the consent. */
export function MappingTable({ roles, rows, onChange }: MappingTableProps) {
  const change = (column: string, changes: Partial<ColumnRole>) => {
    const isUnique = changes.role === 'identifier' || changes.role === 'consent'
    onChange(
      roles.map((one) => {
        if (one.column === column) return { ...one, ...changes }
        return isUnique && one.role === changes.role ? { ...one, role: 'ignored' } : one
      }),
    )
  }
  return (
    <Table caption="What each column is for">
      <TableHead className="max-sm:hidden">
        <tr>
          <TableHeader>Column</TableHeader>
          <TableHeader>Use</TableHeader>
          <TableHeader>Attribute</TableHeader>
          <TableHeader>Type</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {roles.map(({ column, role, attribute, type }) => (
          <TableRow key={column} className="max-sm:grid max-sm:gap-1.5 max-sm:py-3">
            <TableCell className={cn(stacked, 'max-w-56 sm:min-w-36')}>
              <span className="block truncate font-medium">{column}</span>
              <span className="text-muted block truncate text-xs">
                {listExamples(rows, column)}
              </span>
            </TableCell>
            <TableCell className={cn(stacked, 'sm:min-w-46')}>
              <Select
                aria-label={`Use of ${column}`}
                options={ROLES}
                value={role}
                onValueChange={(next) => change(column, { role: next })}
              />
            </TableCell>
            <TableCell className={cn(stacked, 'sm:min-w-36')}>
              {role === 'attribute' ? (
                <Input
                  aria-label={`Attribute of ${column}`}
                  value={attribute}
                  onChange={(event) => change(column, { attribute: event.target.value })}
                />
              ) : (
                <Nothing role={role} />
              )}
            </TableCell>
            <TableCell className={cn(stacked, 'max-sm:empty:hidden sm:min-w-32')}>
              {role === 'attribute' && (
                <Select
                  aria-label={`Type of ${column}`}
                  options={TYPES}
                  value={type}
                  onValueChange={(next) => change(column, { type: next })}
                />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function Nothing({ role }: { role: ColumnRole['role'] }) {
  const words = {
    identifier: 'Kept as a hash only',
    consent: 'yes, true, 1 or opt-in',
    attribute: '',
    ignored: 'Never stored',
  }
  return <span className="text-muted text-xs">{words[role]}</span>
}

function listExamples(rows: MappingTableProps['rows'], column: string): string {
  const values = rows.map((row) => String(row[column] ?? '').trim()).filter(Boolean)
  return [...new Set(values)].slice(0, EXAMPLES).join(', ') || 'Empty'
}
