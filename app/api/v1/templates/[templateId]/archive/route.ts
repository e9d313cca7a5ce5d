import { z } from 'zod'
import { route } from '@/lib/http/route'
import { setTemplateArchived } from '@/lib/templates/server/templates'
import { templateDetailSchema } from '@/lib/templates/template-api'

export const POST = route({
  summary: 'Archive a template, or take it back; campaigns that show it go on',
  access: 'asset.edit',
  params: z.object({ templateId: z.string().max(40) }),
  body: z.object({ isArchived: z.boolean() }),
  response: templateDetailSchema,
  handle: ({ db, actor, params: { templateId }, body }) =>
    setTemplateArchived(db, actor, templateId, body.isArchived),
})
