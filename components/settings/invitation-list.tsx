'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDate } from '@/components/ui/format-date'
import { QueryContent } from '@/components/ui/query-content'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { invitationSchema } from '@/lib/workspaces/workspace-api'
import { InviteDialog } from './invite-dialog'

const listSchema = z.object({ items: z.array(invitationSchema) })

export function InvitationList() {
  const queryClient = useQueryClient()
  const query = useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => requestApi('/api/v1/invitations', listSchema, { signal }),
  })
  const revoke = useMutation({
    mutationFn: (id: string) =>
      requestApi(`/api/v1/invitations/${id}`, z.object({ ok: z.literal(true) }), {
        method: 'DELETE',
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  })
  return (
    <Card
      title="Open invitations"
      description="An invitation is a link that works once, for a week, for one e-mail address."
      actions={<InviteDialog />}
      flush
    >
      <QueryContent query={query} noun="The invitations">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title="Nobody is invited"
              body="Invite the people who make and approve the ads."
            />
          ) : (
            <Table caption="Open invitations">
              <TableHead>
                <TableRow>
                  <TableHeader>E-mail</TableHeader>
                  <TableHeader>Role</TableHeader>
                  <TableHeader>Valid until</TableHeader>
                  <TableHeader>
                    <span className="sr-only">Actions</span>
                  </TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {items.map((invitation) => (
                  <TableRow key={invitation.id}>
                    <TableCell className="font-medium">{invitation.email}</TableCell>
                    <TableCell className="capitalize">{invitation.role}</TableCell>
                    <TableCell>{formatDate(invitation.expiresAt)}</TableCell>
                    <TableCell className="text-right">
                      <Button
                        size="sm"
                        variant="ghost"
                        aria-label={`Revoke the invitation of ${invitation.email}`}
                        onClick={() => revoke.mutate(invitation.id)}
                      >
                        Revoke
                      </Button>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )
        }
      </QueryContent>
    </Card>
  )
}
