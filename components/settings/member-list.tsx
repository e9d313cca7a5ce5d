'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { QueryContent } from '@/components/ui/query-content'
import { Select } from '@/components/ui/select'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { APPROVER_ROLE_LABELS, approverRoleSchema } from '@/lib/approvals/approver-role'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { type ChangeMember, type Member, memberSchema } from '@/lib/workspaces/workspace-api'
import { ROLE_OPTIONS } from './role-options'

const listSchema = z.object({ items: z.array(memberSchema) })
const KEY = ['members']

export function MemberList() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => requestApi('/api/v1/members', listSchema, { signal }),
  })
  return (
    <Card title="Members" flush>
      <QueryContent query={query} noun="The members">
        {({ items }) => (
          <Table caption="Members">
            <TableHead>
              <TableRow>
                <TableHeader>Name</TableHeader>
                <TableHeader>E-mail</TableHeader>
                <TableHeader>Role</TableHeader>
                <TableHeader>Approves assets as</TableHeader>
                <TableHeader>
                  <span className="sr-only">Actions</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((member) => (
                <MemberRow key={member.userId} member={member} />
              ))}
            </TableBody>
          </Table>
        )}
      </QueryContent>
    </Card>
  )
}

function MemberRow({ member }: { member: Member }) {
  const queryClient = useQueryClient()
  const path = `/api/v1/members/${member.userId}` as const
  const onSuccess = (data: z.infer<typeof listSchema>) => queryClient.setQueryData(KEY, data)
  const change = useMutation({
    mutationFn: (body: ChangeMember) => requestApi(path, listSchema, { method: 'PUT', body }),
    onSuccess,
  })
  return (
    <TableRow>
      <TableCell className="font-medium">{member.name}</TableCell>
      <TableCell>{member.email}</TableCell>
      <TableCell>
        <Select
          aria-label={`Role of ${member.name}`}
          value={member.role}
          onValueChange={(role) => change.mutate({ role })}
          options={ROLE_OPTIONS}
        />
      </TableCell>
      <TableCell>
        {ROLE_PERMISSIONS[member.role].includes('asset.approve') ? (
          <span className="flex gap-4">
            {approverRoleSchema.options.map((role) => (
              <Checkbox
                key={role}
                label={APPROVER_ROLE_LABELS[role]}
                checked={member.approverRoles.includes(role)}
                disabled={change.isPending}
                onCheckedChange={(isOn) =>
                  change.mutate({
                    approverRoles: isOn
                      ? [...member.approverRoles, role]
                      : member.approverRoles.filter((held) => held !== role),
                  })
                }
              />
            ))}
          </span>
        ) : (
          <span className="text-muted">Only reads</span>
        )}
      </TableCell>
      <TableCell className="text-right">
        <ConfirmDialog
          trigger={
            <Button size="sm" variant="ghost" aria-label={`Remove ${member.name}`}>
              Remove
            </Button>
          }
          title={`Remove ${member.name}?`}
          body="They lose access to this workspace at once. What they made stays."
          confirmLabel="Remove"
          danger
          onConfirm={async () => {
            onSuccess(await requestApi(path, listSchema, { method: 'DELETE' }))
          }}
        />
      </TableCell>
    </TableRow>
  )
}
