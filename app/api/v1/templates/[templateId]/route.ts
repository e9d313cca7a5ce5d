import { z } from 'zod'
import { route } from '@/lib/http/route'
import { getTemplate } from '@/lib/templates/server/read-templates'
import { renameTemplate } from '@/lib/templates/server/templates'
import { renameTemplateSchema, templateDetailSchema } from '@/lib/templates/template-api'

const params = z.object({ templateId: z.string().max(40) })

export const GET = route({
  summary: 'Read a template with its newest source and its versions',
  access: 'read',
  params,
  response: templateDetailSchema,
  handle: ({ db, actor, params: { templateId } }) => getTemplate(db, actor.workspaceId, templateId),
})

export const PATCH = route({
  summary: 'Change the name and description of a template',
  access: 'asset.edit',
  params,
  body: renameTemplateSchema,
  response: templateDetailSchema,
  handle: ({ db, actor, params: { templateId }, body }) =>
    renameTemplate(db, actor, templateId, body),
})
