import { z } from 'zod'
import { route } from '@/lib/http/route'
import { restoreTemplateVersion } from '@/lib/templates/server/templates'
import { templateDetailSchema } from '@/lib/templates/template-api'

export const POST = route({
  summary: 'Make the source of an earlier version the newest one',
  access: 'asset.edit',
  params: z.object({
    templateId: z.string().max(40),
    version: z.coerce.number().int().min(1).max(100_000),
  }),
  response: templateDetailSchema,
  status: 201,
  handle: ({ db, actor, params: { templateId, version } }) =>
    restoreTemplateVersion(db, actor, templateId, version),
})
