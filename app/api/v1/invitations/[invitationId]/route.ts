import { z } from 'zod'
import { revokeInvitation } from '@/lib/workspaces/server/invitations'
import { route } from '@/lib/http/route'

export const DELETE = route({
  summary: 'Revoke an invitation',
  access: 'workspace.manage',
  params: z.object({ invitationId: z.string().max(40) }),
  response: z.object({ ok: z.literal(true) }),
  handle: async ({ db, actor, params }) => {
    await revokeInvitation(db, actor, params.invitationId)
    return { ok: true } as const
  },
})
