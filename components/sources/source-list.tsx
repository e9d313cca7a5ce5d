'use client'

import { Upload, Users } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatCount } from '@/components/ui/format-number'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
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
import { CreateWebhookDialog } from './create-webhook-dialog'
import { ImportDialog } from './import-dialog'
import { ProfileFigures } from './profile-figures'
import { SourceSheet } from './source-sheet'
import { useSources } from './use-sources'

export function SourceList({ canEdit }: { canEdit: boolean }) {
  const query = useSources()
  const [shown, setShown] = useState<Source | null>(null)
  const [importing, setImporting] = useState<Source | 'new' | null>(null)
  const actions = canEdit && (
    <>
      <CreateWebhookDialog />
      <Button variant="primary" icon={<Upload aria-hidden />} onClick={() => setImporting('new')}>
        Import a CSV file
      </Button>
    </>
  )
  const hasSources = query.data !== undefined && query.data.items.length > 0
  return (
    <Card
      id="customers"
      className="scroll-mt-16"
      title="Customers"
      description="Only customers who agreed are used for personalised ads. Their ids are kept as hashes only."
      actions={hasSources && actions}
      flush
    >
      <QueryContent query={query} noun="The sources">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<Users />}
              title="No customers yet"
              body="Import a CSV file of your customers with a column that says who agreed, or let your shop send them to a webhook. Campaigns work without, from context alone."
              action={actions}
            />
          ) : (
            <>
              <ProfileFigures />
              <Table caption="Customer sources">
                <TableHead>
                  <tr>
                    <TableHeader>Source</TableHeader>
                    <TableHeader numeric className="max-md:hidden">
                      Customers
                    </TableHeader>
                    <TableHeader className="max-md:hidden">Last delivery</TableHeader>
                    <TableHeader>
                      <span className="sr-only">Actions</span>
                    </TableHeader>
                  </tr>
                </TableHead>
                <TableBody>
                  {items.map((source) => (
                    <SourceRow
                      key={source.id}
                      source={source}
                      canEdit={canEdit}
                      onShow={() => setShown(source)}
                      onImport={() => setImporting(source)}
                    />
                  ))}
                </TableBody>
              </Table>
            </>
          )
        }
      </QueryContent>
      {shown && <SourceSheet source={shown} canEdit={canEdit} onClose={() => setShown(null)} />}
      {importing && (
        <ImportDialog
          source={importing === 'new' ? null : importing}
          onClose={() => setImporting(null)}
        />
      )}
    </Card>
  )
}

interface SourceRowProps {
  source: Source
  canEdit: boolean
  onShow: () => void
  onImport: () => void
}

function SourceRow({ source, canEdit, onShow, onImport }: SourceRowProps) {
  return (
    <TableRow>
      <TableCell>
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{source.name}</span>
          <Badge tone="outline">{source.kind === 'csv' ? 'CSV file' : 'Webhook'}</Badge>
        </span>
        <span className="mt-1 block space-y-1 md:hidden">
          <span className="text-muted block text-xs">
            {formatCount(source.profileCount)} customers
          </span>
          <LastDelivery run={source.lastImport} />
        </span>
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        {formatCount(source.profileCount)}
      </TableCell>
      <TableCell className="max-md:hidden">
        <LastDelivery run={source.lastImport} />
      </TableCell>
      <TableCell>
        <span className="flex justify-end gap-1 max-md:flex-col max-md:items-end">
          {canEdit && source.kind === 'csv' && (
            <Button
              size="sm"
              onClick={onImport}
              aria-label={`Import again into ${source.name}`}
              className="whitespace-nowrap"
            >
              Import again
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            onClick={onShow}
            aria-label={`Details of ${source.name}`}
          >
            Details
          </Button>
        </span>
      </TableCell>
    </TableRow>
  )
}

function LastDelivery({ run }: { run: Source['lastImport'] }) {
  if (!run) return <span className="text-muted">Nothing came in yet</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatusBadge status={run.state} />
      <span className="text-muted text-xs">
        {formatCount(run.totalRows)} rows, {formatCount(run.refusedRows)} refused,{' '}
        <LocalTime time={run.createdAt} />
      </span>
    </span>
  )
}
