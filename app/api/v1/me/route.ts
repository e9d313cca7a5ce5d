import { getMe } from '@/lib/workspaces/server/get-me'
import { updateMe } from '@/lib/workspaces/server/update-me'
import { meSchema, updateMeSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Read who is signed in and their workspaces',
  access: 'signed_in',
  response: meSchema,
  handle: ({ db, userId }) => getMe(db, userId),
})

export const PUT = route({
  summary: 'Change one’s own name or password',
  access: 'signed_in',
  body: updateMeSchema,
  response: meSchema,
  handle: ({ db, userId, body }) => updateMe(db, userId, body),
})
