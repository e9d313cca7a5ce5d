import { z } from 'zod'
import { changeMember, removeMember } from '@/lib/workspaces/server/members'
import { changeMemberSchema, memberSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

const params = z.object({ userId: z.string().max(40) })
const response = z.object({ items: z.array(memberSchema) })

export const PUT = route({
  summary: 'Change a member’s role, and as what they approve assets',
  access: 'workspace.manage',
  params,
  body: changeMemberSchema,
  response,
  handle: async ({ db, actor, params: { userId }, body }) => ({
    items: await changeMember(db, actor, userId, body),
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
