'use client'

import { CodeBlock } from '@/components/ui/code-block'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status-badge'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { Source } from '@/lib/sources/source'
import { ImportResult } from './import-result'
import { useImportRuns } from './use-sources'
import { WebhookSecret } from './webhook-secret'

interface SourceSheetProps {
  source: Source
  canEdit: boolean
  onClose: () => void
}

/** What a source reads, and what came of its deliveries: the newest first. */
export function SourceSheet({ source, canEdit, onClose }: SourceSheetProps) {
  const runs = useImportRuns(source.id)
  const { idColumn, consentColumn, attributes } = source.mapping
  const rows: [column: string, use: string][] = [
    [idColumn, 'Tells customers apart; kept as a hash'],
    [consentColumn, 'Says who agreed'],
    ...attributes.map(({ column, attribute }): [string, string] => [column, attribute]),
  ]
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        size="lg"
        title={source.name}
        description={source.kind === 'csv' ? 'Imported from CSV files' : 'Delivered by webhook'}
      >
        <div className="space-y-6">
          {source.pushUrl && (
            <div className="space-y-3">
              <CodeBlock label="Send customers to" code={source.pushUrl} wrap />
              {canEdit && <WebhookSecret source={source} pushUrl={source.pushUrl} />}
            </div>
          )}
          <section className="space-y-2">
            <h3 className="text-sm font-medium">What it reads</h3>
            <div className="border-border rounded-lg border">
              <Table caption="What it reads">
                <TableHead>
                  <tr>
                    <TableHeader>{source.kind === 'csv' ? 'Column' : 'Key'}</TableHeader>
                    <TableHeader>Becomes</TableHeader>
                  </tr>
                </TableHead>
                <TableBody>
                  {rows.map(([column, use]) => (
                    <TableRow key={column}>
                      <TableCell className="font-medium">{column}</TableCell>
                      <TableCell>{use}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </div>
          </section>
          <section className="space-y-3">
            <h3 className="text-sm font-medium">Deliveries</h3>
            <QueryContent query={runs} noun="The deliveries">
              {({ items }) =>
                items.length === 0 ? (
                  <p className="text-muted text-sm">Nothing came in yet.</p>
                ) : (
                  <ul className="space-y-3">
                    {items.map((run) => (
                      <li key={run.id} className="border-border space-y-3 rounded-lg border p-3">
                        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                          <StatusBadge status={run.state} />
                          <span className="text-muted">
                            <LocalTime time={run.createdAt} />
                          </span>
                          {run.fileName}
                        </p>
                        <ImportResult run={run} />
                      </li>
                    ))}
                  </ul>
                )
              }
            </QueryContent>
          </section>
        </div>
      </SheetContent>
    </Sheet>
  )
}
