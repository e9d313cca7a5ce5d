import { route } from '@/lib/http/route'
import { listTemplates } from '@/lib/templates/server/read-templates'
import { createTemplate } from '@/lib/templates/server/templates'
import {
  createTemplateSchema,
  templateDetailSchema,
  templateListQuerySchema,
  templateListSchema,
} from '@/lib/templates/template-api'

export const GET = route({
  summary: 'List the team’s own templates, each in its newest version',
  access: 'read',
  query: templateListQuerySchema,
  response: templateListSchema,
  handle: async ({ db, actor, query }) => ({
    items: await listTemplates(db, actor.workspaceId, query.archived),
  }),
})

export const POST = route({
  summary: 'Add a template of HTML and CSS with slots',
  access: 'asset.edit',
  body: createTemplateSchema,
  response: templateDetailSchema,
  status: 201,
  handle: ({ db, actor, body }) => createTemplate(db, actor, body),
})
