import { z } from 'zod'
import { findUserId } from '@/lib/auth/find-actor'
import { acceptInvitation } from '@/lib/workspaces/server/invitations'
import { acceptInvitationSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Accept an invitation by its secret link',
  access: 'public',
  body: acceptInvitationSchema,
  response: z.object({ workspaceId: z.string(), email: z.string() }),
  handle: async ({ db, body, request }) => acceptInvitation(db, body, await findUserId(request)),
})
