import { getMe } from '@/lib/workspaces/server/get-me'
import { meSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Read who is signed in and their workspaces',
  access: 'signed_in',
  response: meSchema,
  handle: ({ db, userId }) => getMe(db, userId),
})
