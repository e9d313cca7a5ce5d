'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDateTime } from '@/components/ui/format-date'
import { QueryContent } from '@/components/ui/query-content'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { type ApiKey, apiKeySchema } from '@/lib/workspaces/workspace-api'
import { CreateApiKeyDialog } from './create-api-key-dialog'
import { labelScope } from './scope-labels'

const listSchema = z.object({ items: z.array(apiKeySchema) })

export function ApiKeyList() {
  const query = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => requestApi('/api/v1/api-keys', listSchema, { signal }),
  })
  return (
    <Card
      title="API keys"
      description={
        <>
          For machines: a shop that reports orders, a script that reads reports.{' '}
          <Link href="/docs/api" className="text-accent underline">
            How to use the API
          </Link>
        </>
      }
      actions={<CreateApiKeyDialog />}
      flush
    >
      <QueryContent query={query} noun="The API keys">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title="No keys yet"
              body="Make one for each machine, with only what it needs."
            />
          ) : (
            <Table caption="API keys">
              <TableHead>
                <TableRow>
                  <TableHeader>Name</TableHeader>
                  <TableHeader>Key</TableHeader>
                  <TableHeader>May</TableHeader>
                  <TableHeader>Last used (UTC)</TableHeader>
                  <TableHeader>
                    <span className="sr-only">Actions</span>
                  </TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {items.map((apiKey) => (
                  <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
                ))}
              </TableBody>
            </Table>
          )
        }
      </QueryContent>
    </Card>
  )
}

function ApiKeyRow({ apiKey }: { apiKey: ApiKey }) {
  const queryClient = useQueryClient()
  return (
    <TableRow>
      <TableCell className="font-medium">{apiKey.name}</TableCell>
      <TableCell className="font-mono text-xs whitespace-nowrap">int_{apiKey.prefix}_…</TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          {apiKey.scopes.map((scope) => (
            <Badge key={scope} tone="outline">
              {labelScope(scope)}
            </Badge>
          ))}
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {apiKey.lastUsedAt ? formatDateTime(apiKey.lastUsedAt) : 'Never'}
      </TableCell>
      <TableCell className="text-right">
        {apiKey.revokedAt ? (
          <Badge tone="danger">Revoked</Badge>
        ) : (
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="ghost" aria-label={`Revoke ${apiKey.name}`}>
                Revoke
              </Button>
            }
            title={`Revoke ${apiKey.name}?`}
            body="Whatever uses this key is refused from now on. This can’t be undone."
            confirmLabel="Revoke the key"
            danger
            onConfirm={async () => {
              await requestApi(`/api/v1/api-keys/${apiKey.id}`, z.object({ ok: z.literal(true) }), {
                method: 'DELETE',
              })
              await queryClient.invalidateQueries({ queryKey: ['api-keys'] })
            }}
          />
        )}
      </TableCell>
    </TableRow>
  )
}
