'use client'

import { Users } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDateTime } from '@/components/ui/format-date'
import { formatCount } from '@/components/ui/format-number'
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
import type { ImportRun, Source } from '@/lib/sources/source'
import { CreateWebhookDialog } from './create-webhook-dialog'
import { ImportResult } from './import-result'
import { ImportSheet } from './import-sheet'
import { useSources } from './use-sources'

export function SourceList({ canEdit }: { canEdit: boolean }) {
  const query = useSources()
  const [shown, setShown] = useState<ImportRun | null>(null)
  return (
    <Card
      title="Customers"
      description="Only customers who agreed are used for personalised ads. Their ids are kept as hashes only."
      actions={
        canEdit && (
          <>
            <CreateWebhookDialog />
            <ImportSheet />
          </>
        )
      }
      flush
    >
      <QueryContent query={query} noun="The sources">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<Users />}
              title="No customers yet"
              body="Import a CSV file of your customers with a column that says who agreed, or let your shop send them to a webhook. Campaigns work without, from context alone."
            />
          ) : (
            <Table caption="Customer sources">
              <TableHead>
                <TableRow>
                  <TableHeader>Source</TableHeader>
                  <TableHeader numeric>Customers</TableHeader>
                  <TableHeader>Last import</TableHeader>
                  <TableHeader>
                    <span className="sr-only">Actions</span>
                  </TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {items.map((source) => (
                  <SourceRow key={source.id} source={source} onShow={setShown} />
                ))}
              </TableBody>
            </Table>
          )
        }
      </QueryContent>
      <Sheet open={shown !== null} onOpenChange={(open) => !open && setShown(null)}>
        {shown && (
          <SheetContent title="Last import" size="lg">
            <ImportResult run={shown} />
          </SheetContent>
        )}
      </Sheet>
    </Card>
  )
}

function SourceRow({ source, onShow }: { source: Source; onShow: (run: ImportRun) => void }) {
  const run = source.lastImport
  return (
    <TableRow>
      <TableCell>
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{source.name}</span>
          <Badge tone="outline">{source.kind === 'csv' ? 'CSV file' : 'Webhook'}</Badge>
        </span>
        {source.pushUrl && (
          <code className="text-muted block font-mono text-xs break-all">{source.pushUrl}</code>
        )}
      </TableCell>
      <TableCell numeric>{formatCount(source.profileCount)}</TableCell>
      <TableCell>
        {run ? (
          <span className="flex flex-wrap items-center gap-2">
            <StatusBadge status={run.state} />
            <span className="text-muted text-xs">
              {formatCount(run.totalRows)} rows, {formatCount(run.refusedRows)} refused,{' '}
              {formatDateTime(run.createdAt)}
            </span>
          </span>
        ) : (
          'Nothing came in yet'
        )}
      </TableCell>
      <TableCell className="text-right">
        {run && (
          <Button
            size="sm"
            onClick={() => onShow(run)}
            aria-label={`Last import of ${source.name}`}
          >
            Details
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}
