import { createWorkspace } from '@/lib/workspaces/server/create-workspace'
import { createWorkspaceSchema, workspaceSchema } from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Create a workspace and become its owner',
  access: 'signed_in',
  body: createWorkspaceSchema,
  response: workspaceSchema,
  status: 201,
  handle: ({ db, userId, body }) => db.$transaction((tx) => createWorkspace(tx, userId, body)),
})
