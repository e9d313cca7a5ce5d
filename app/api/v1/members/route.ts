import { z } from 'zod'
import { listMembers } from '@/lib/workspaces/server/members'
import { memberSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the members of the workspace',
  access: 'read',
  response: z.object({ items: z.array(memberSchema) }),
  handle: async ({ db, actor }) => ({ items: await listMembers(db, actor) }),
})
