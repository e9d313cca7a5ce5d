import { z } from 'zod'
import { route } from '@/lib/http/route'
import { saveTemplateVersion } from '@/lib/templates/server/templates'
import { saveTemplateVersionSchema, templateDetailSchema } from '@/lib/templates/template-api'

export const POST = route({
  summary: 'Keep a new version of a template; campaigns stay with theirs until they choose it',
  access: 'asset.edit',
  params: z.object({ templateId: z.string().max(40) }),
  body: saveTemplateVersionSchema,
  response: templateDetailSchema,
  status: 201,
  handle: ({ db, actor, params: { templateId }, body }) =>
    saveTemplateVersion(db, actor, templateId, body),
})
