'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import {
  type ImportSheetResponse,
  importSheetResponseSchema,
  type SheetField,
  type SheetPreview,
} from '@/lib/uploads/copy-sheet'
import type { UploadFile } from '@/lib/uploads/upload'

const FIELDS: readonly { value: SheetField; label: string }[] = [
  { value: 'headline', label: 'Headline' },
  { value: 'body', label: 'Body text' },
  { value: 'cta', label: 'Call to action' },
  { value: 'disclaimer', label: 'Disclaimer' },
  { value: 'text', label: 'Text (kind in another column)' },
  { value: 'kind', label: 'Kind of the text' },
  { value: 'name', label: 'Name' },
  { value: 'locale', label: 'Language' },
  { value: 'tags', label: 'Tags' },
  { value: 'ignore', label: 'Leave out' },
]
const MOST_SHOWN = 50

interface SheetImportDialogProps {
  file: UploadFile
  sheet: SheetPreview
  onClose: () => void
  onImported: () => void
}

/** Says what the columns of a sheet are, checks every row, and imports all good ones or none. */
export function SheetImportDialog({ file, sheet, onClose, onImported }: SheetImportDialogProps) {
  const queryClient = useQueryClient()
  const [mapping, setMapping] = useState<readonly SheetField[]>(sheet.guess)
  const [skipInvalid, setSkipInvalid] = useState(false)
  const run = useMutation({
    mutationFn: (mode: 'check' | 'import') =>
      requestApi(`/api/v1/upload-files/${file.id}/sheet`, importSheetResponseSchema, {
        method: 'POST',
        body: { mapping, mode, skipInvalid },
      }),
    onSuccess: (result, mode) => {
      if (mode === 'check' || result.imported === 0) return
      toast.success(
        result.imported === 1 ? '1 text was added.' : `${result.imported} texts were added.`,
      )
      void queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
      onImported()
      onClose()
    },
  })
  const change = (at: number, field: SheetField) => {
    setMapping(mapping.map((known, index) => (index === at ? field : known)))
    run.reset()
  }
  const hasCopy = mapping.some(
    (field) => !['kind', 'name', 'locale', 'tags', 'ignore'].includes(field),
  )
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        size="xl"
        title={`Import ${file.fileName}`}
        description={`${sheet.rowCount.toLocaleString('en')} rows. Say what each column is; nothing is added before you import.`}
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              disabled={!hasCopy}
              loading={run.isPending && run.variables === 'check'}
              onClick={() => run.mutate('check')}
            >
              Check all rows
            </Button>
            <Button
              variant="primary"
              disabled={!hasCopy}
              loading={run.isPending && run.variables === 'import'}
              onClick={() => run.mutate('import')}
            >
              Import
            </Button>
          </>
        }
      >
        <div className="space-y-4">
          <div className="max-h-72 overflow-auto" tabIndex={0} role="group" aria-label="Columns">
            <table className="w-full text-sm">
              <thead>
                <tr className="border-border border-b text-left">
                  <th className="py-2 pr-3 font-medium">Column</th>
                  <th className="py-2 pr-3 font-medium">It is</th>
                  <th className="py-2 font-medium">First rows</th>
                </tr>
              </thead>
              <tbody>
                {sheet.columns.map((column, at) => (
                  <tr key={`${at} ${column}`} className="border-border border-b align-top">
                    <td className="max-w-40 truncate py-2 pr-3" title={column}>
                      {column}
                    </td>
                    <td className="py-1 pr-3">
                      <Select
                        aria-label={`What ${column} is`}
                        className="w-52"
                        options={FIELDS}
                        value={mapping[at] ?? 'ignore'}
                        onValueChange={(field) => change(at, field)}
                      />
                    </td>
                    <td className="text-muted max-w-72 truncate py-2">
                      {sheet.sample
                        .map((row) => row[at])
                        .filter(Boolean)
                        .slice(0, 3)
                        .join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {!hasCopy && (
            <Callout tone="warning" title="No column holds copy">
              Choose which column has headlines, body texts, calls to action or disclaimers.
            </Callout>
          )}
          {run.isError && (
            <Callout tone="danger" live title="That did not work">
              {run.error.message}
            </Callout>
          )}
          {run.data && <SheetResult result={run.data} />}
          {run.data && run.data.problems.length > 0 && (
            <Checkbox
              checked={skipInvalid}
              onCheckedChange={setSkipInvalid}
              label="Import the good rows and leave out these"
            />
          )}
        </div>
      </DialogContent>
    </Dialog>
  )
}

function SheetResult({ result }: { result: ImportSheetResponse }) {
  const { valid, duplicates, problems } = result
  return (
    <Callout
      live
      tone={problems.length > 0 ? 'warning' : 'success'}
      title={`${valid - duplicates} texts to add, ${duplicates} there already, ${problems.length} not usable`}
    >
      {problems.length > 0 && (
        <ul className="max-h-40 overflow-auto" tabIndex={0} aria-label="Rows that are not usable">
          {problems.slice(0, MOST_SHOWN).map(({ row, column, message }) => (
            <li key={`${row} ${column}`}>
              Row {row}, {column}: {message}
            </li>
          ))}
          {problems.length > MOST_SHOWN && <li>… and {problems.length - MOST_SHOWN} more.</li>}
        </ul>
      )}
    </Callout>
  )
}
