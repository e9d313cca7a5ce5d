import { z } from 'zod'
import { revokeApiKey } from '@/lib/workspaces/server/api-keys'
import { route } from '@/lib/http/route'

export const DELETE = route({
  summary: 'Revoke an API key',
  access: 'workspace.manage',
  params: z.object({ apiKeyId: z.string().max(40) }),
  response: z.object({ ok: z.literal(true) }),
  handle: async ({ db, actor, params }) => {
    await revokeApiKey(db, actor, params.apiKeyId)
    return { ok: true } as const
  },
})
