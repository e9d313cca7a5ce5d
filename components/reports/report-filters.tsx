'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { adSizeSchema, describeAdSize } from '@/lib/decision/ad-size'
import type { Report } from '@/lib/reporting/report'
import { useReportFilters } from './use-report'

const ALL = 'all'

export function ReportFilters({ report }: { report: Report }) {
  const [filters, setFilters] = useReportFilters()
  const segments = new Map(
    report.segments.map((row) => [row.segmentId, row.segmentName ?? 'No segment']),
  )
  if (filters.segmentId && !segments.has(filters.segmentId))
    segments.set(filters.segmentId, filters.segmentId)
  const day = (text: string) => (text === '' ? null : new Date(`${text}T00:00:00Z`))
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Field label="From">
        <Input
          type="date"
          value={report.from}
          max={report.to}
          onChange={(event) => void setFilters({ from: day(event.target.value) })}
        />
      </Field>
      <Field label="To">
        <Input
          type="date"
          value={report.to}
          min={report.from}
          onChange={(event) => void setFilters({ to: day(event.target.value) })}
        />
      </Field>
      <Field label="Segment">
        <Select
          value={filters.segmentId ?? ALL}
          onValueChange={(value) => void setFilters({ segmentId: value === ALL ? null : value })}
          options={[
            { value: ALL, label: 'All segments' },
            ...[...segments].map(([value, label]) => ({ value, label })),
          ]}
        />
      </Field>
      <Field label="Size">
        <Select
          value={filters.size ?? ALL}
          onValueChange={(value) => void setFilters({ size: value === ALL ? null : value })}
          options={[
            { value: ALL, label: 'All sizes' },
            ...adSizeSchema.options.map((value) => ({
              value: value as string,
              label: describeAdSize(value),
            })),
          ]}
        />
      </Field>
    </div>
  )
}
