import { z } from 'zod'
import { changeMemberRole, removeMember } from '@/lib/workspaces/server/members'
import { roleSchema } from '@/lib/workspaces/permission'
import { memberSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

const params = z.object({ userId: z.string().max(40) })
const response = z.object({ items: z.array(memberSchema) })

export const PUT = route({
  summary: 'Change a member’s role',
  access: 'workspace.manage',
  params,
  body: z.object({ role: roleSchema }),
  response,
  handle: async ({ db, actor, params: { userId }, body }) => ({
    items: await changeMemberRole(db, actor, userId, body.role),
  }),
})

export const DELETE = route({
  summary: 'Remove a member',
  access: 'workspace.manage',
  params,
  response,
  handle: async ({ db, actor, params: { userId } }) => ({
    items: await removeMember(db, actor, userId),
  }),
})
