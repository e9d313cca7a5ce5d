import { z } from 'zod'
import { createFirstAccount } from '@/lib/workspaces/server/create-account'
import { signUpSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Create the first account of a new installation',
  access: 'public',
  body: signUpSchema,
  response: z.object({ userId: z.string(), workspaceId: z.string() }),
  status: 201,
  handle: ({ db, body }) => createFirstAccount(db, body),
})
