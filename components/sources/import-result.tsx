'use client'

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { formatCount } from '@/components/ui/format-number'
import { Stat } from '@/components/ui/stat'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { ImportRun } from '@/lib/sources/source'
import { writeRefusals } from '@/lib/sources/write-refusals'

const SHOWN = 8

/** What became of the rows of an import, and why some were refused. */
export function ImportResult({ run }: { run: ImportRun }) {
  const { refusals, refusedRows, acceptedRows, unconsentedRows, totalRows, failure } = run
  return (
    <div className="space-y-4">
      {failure && (
        <Callout tone="danger" live title="The import stopped">
          {failure} What was taken before stays.
        </Callout>
      )}
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Stat label="Rows read" value={formatCount(totalRows)} />
        <Stat label="Customers who agreed" value={formatCount(acceptedRows - unconsentedRows)} />
        <Stat label="Without consent" value={formatCount(unconsentedRows)} />
        <Stat label="Refused" value={formatCount(refusedRows)} />
      </div>
      {unconsentedRows > 0 && (
        <p className="text-muted text-sm">
          Of people without consent nothing is kept but the refusal, as a hash.
        </p>
      )}
      {refusals.length > 0 && (
        <div className="border-border rounded-lg border">
          <div className="flex flex-wrap items-center justify-between gap-2 p-3">
            <h3 className="text-sm font-medium">Refused rows</h3>
            <Button
              size="sm"
              icon={<Download aria-hidden />}
              onClick={() => download(writeRefusals(refusals), 'refused-rows.csv')}
            >
              Download{' '}
              {refusals.length < refusedRows ? `first ${formatCount(refusals.length)}` : ''}
            </Button>
          </div>
          <Table caption="Refused rows">
            <TableHead>
              <tr>
                <TableHeader numeric className="w-20">
                  Row
                </TableHeader>
                <TableHeader>Column</TableHeader>
                <TableHeader>Reason</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {refusals.slice(0, SHOWN).map(({ row, column, reason }) => (
                <TableRow key={row}>
                  <TableCell numeric>{formatCount(row)}</TableCell>
                  <TableCell>{column}</TableCell>
                  <TableCell>{reason}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {refusals.length > SHOWN && (
            <p className="text-muted border-border border-t p-3 text-xs">
              And {formatCount(refusedRows - SHOWN)} more. Row 1 is the first under the header.
            </p>
          )}
        </div>
      )}
    </div>
  )
}

function download(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
