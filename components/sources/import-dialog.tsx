'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { formatBytes, formatCount } from '@/components/ui/format-number'
import { Input } from '@/components/ui/input'
import { Progress } from '@/components/ui/progress'
import { type ColumnRole, guessMapping, toMapping } from '@/lib/sources/guess-mapping'
import type { Source } from '@/lib/sources/source'
import { applyMapping } from './apply-mapping'
import { ImportResult } from './import-result'
import { MappingTable } from './mapping-table'
import { readTableHead, type TableHead } from './read-table-head'
import { useImportFile, useImportProgress } from './use-sources'

interface ImportDialogProps {
  /** The source that the file is for; null makes a new one. */
  source: Source | null
  onClose: () => void
}

const MAX_FILE_BYTES = 100_000_000

/** Drop a file, say what its columns are, watch it come in, read what was refused. */
export function ImportDialog({ source, onClose }: ImportDialogProps) {
  const [file, setFile] = useState<File | null>(null)
  const [head, setHead] = useState<TableHead | null>(null)
  const [roles, setRoles] = useState<ColumnRole[]>([])
  const [name, setName] = useState(source?.name ?? '')
  const [issues, setIssues] = useState<string[]>([])
  const run = useImportFile()

  const take = async (chosen: File) => {
    const table = await readTableHead(chosen).catch(() => null)
    setIssues(table ? [] : [`No header could be read in “${chosen.name}”. Is it a CSV file?`])
    if (!table) return
    setFile(chosen)
    setHead(table)
    const guess = guessMapping(table.columns, table.rows)
    setRoles(source ? applyMapping(source.mapping, guess) : guess)
    if (name === '') setName(chosen.name.replace(/\.[^.]+$/, ''))
  }
  const start = () => {
    const made = toMapping(roles)
    const trimmed = name.trim()
    setIssues([
      ...(trimmed === '' ? ['Give the source a name.'] : []),
      ...(made.kind === 'invalid' ? made.issues : []),
    ])
    if (made.kind === 'invalid' || trimmed === '' || !file) return
    run.mutate({ source, file, name: trimmed, mapping: made.mapping })
  }
  // The source that was made stays, so that the next file goes into it.
  const startOver = () => {
    run.reset()
    setHead(null)
    setIssues([])
  }
  const isMapping = head !== null && !run.isPending && !run.data
  const close = () => {
    if (!run.isPending) onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent
        size={head ? 'xl' : 'md'}
        title={source ? `Import into ${source.name}` : 'Import customers'}
        description="Customers are recognised by a hash; the file itself is not kept."
        footer={
          isMapping ? (
            <>
              <Button onClick={startOver}>Another file</Button>
              <Button variant="primary" onClick={start}>
                Import
              </Button>
            </>
          ) : (
            run.data && (
              <>
                {run.data.failure && <Button onClick={startOver}>Another file</Button>}
                <Button variant="primary" onClick={onClose}>
                  Done
                </Button>
              </>
            )
          )
        }
      >
        <div className="space-y-4">
          {(issues.length > 0 || run.isError) && (
            <Callout tone="danger" live>
              {run.error ? run.error.message : issues.map((issue) => <p key={issue}>{issue}</p>)}
            </Callout>
          )}
          {!head && (
            <FileDrop
              multiple={false}
              accept={{ 'text/csv': ['.csv', '.tsv', '.txt'] }}
              maxSizeBytes={MAX_FILE_BYTES}
              title="Drop a CSV file here"
              hint={`With a header, a customer in each row. Up to ${formatBytes(MAX_FILE_BYTES)}.`}
              onFiles={([chosen]) => {
                if (chosen) void take(chosen)
              }}
              onRejected={(rejected) =>
                setIssues(
                  rejected.map(
                    ({ fileName, reason }) => `“${fileName}”: ${reason} Choose a CSV file.`,
                  ),
                )
              }
            />
          )}
          {isMapping && (
            <>
              {!head.isUtf8 && (
                <Callout tone="warning">
                  Some characters can’t be read. Save the file as “CSV UTF-8” and choose it again.
                </Callout>
              )}
              <Field label="Name of the source" className="max-w-sm">
                <Input
                  value={name}
                  maxLength={120}
                  onChange={(event) => setName(event.target.value)}
                />
              </Field>
              <div className="border-border rounded-lg border">
                <MappingTable roles={roles} rows={head.rows} onChange={setRoles} />
              </div>
            </>
          )}
          {run.isPending && <ImportProgress sourceId={run.target?.id ?? null} sent={run.sent} />}
          {run.data && <ImportResult run={run.data} />}
        </div>
      </DialogContent>
    </Dialog>
  )
}

function ImportProgress({ sourceId, sent }: { sourceId: string | null; sent: number }) {
  const { data: rows } = useImportProgress(sourceId)
  const isSent = sent >= 1
  return (
    <Progress
      value={isSent ? null : sent}
      label={isSent ? 'Reading the rows' : 'Sending the file'}
      {...(rows ? { detail: `${formatCount(rows)} rows so far` } : {})}
    />
  )
}
