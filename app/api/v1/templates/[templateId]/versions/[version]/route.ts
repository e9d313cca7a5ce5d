import { z } from 'zod'
import { route } from '@/lib/http/route'
import { getTemplateVersion } from '@/lib/templates/server/read-templates'
import { templateVersionSchema } from '@/lib/templates/template-api'

export const GET = route({
  summary: 'Read one version of a template',
  access: 'read',
  params: z.object({
    templateId: z.string().max(40),
    version: z.coerce.number().int().min(1).max(100_000),
  }),
  response: templateVersionSchema,
  handle: ({ db, actor, params: { templateId, version } }) =>
    getTemplateVersion(db, actor.workspaceId, templateId, version),
})
