import { z } from 'zod'
import { createApiKey, listApiKeys } from '@/lib/workspaces/server/api-keys'
import {
  apiKeySchema,
  createApiKeySchema,
  createdApiKeySchema,
} from '@/lib/workspaces/workspace-api'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List API keys',
  access: 'workspace.manage',
  response: z.object({ items: z.array(apiKeySchema) }),
  handle: async ({ db, actor }) => ({ items: await listApiKeys(db, actor) }),
})

export const POST = route({
  summary: 'Create an API key; the answer shows it once',
  access: 'workspace.manage',
  body: createApiKeySchema,
  response: createdApiKeySchema,
  status: 201,
  handle: ({ db, actor, body }) => createApiKey(db, actor, body),
})
