import { z } from 'zod'
import { createInvitation, listInvitations } from '@/lib/workspaces/server/invitations'
import {
  createdInvitationSchema,
  createInvitationSchema,
  invitationSchema,
} from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List open invitations',
  access: 'workspace.manage',
  response: z.object({ items: z.array(invitationSchema) }),
  handle: async ({ db, actor }) => ({ items: await listInvitations(db, actor) }),
})

export const POST = route({
  summary: 'Invite somebody',
  access: 'workspace.manage',
  body: createInvitationSchema,
  response: createdInvitationSchema,
  status: 201,
  handle: ({ db, actor, body }) => createInvitation(db, actor, body),
})
