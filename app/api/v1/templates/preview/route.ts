import { route } from '@/lib/http/route'
import { compileTemplate } from '@/lib/templates/compile-template'
import { previewTemplate } from '@/lib/templates/preview-template'
import { templatePreviewResponseSchema, templatePreviewSchema } from '@/lib/templates/template-api'

export const POST = route({
  summary: 'Draw a template with sample content in one ad size, without keeping it',
  access: 'read',
  body: templatePreviewSchema,
  response: templatePreviewResponseSchema,
  handle: async ({ body: { size, sample, ...source } }) => {
    const { template, findings } = compileTemplate(source)
    const { html: document, weightBytes } = previewTemplate({ team: template }, size, sample)
    return { document, weightBytes, findings: [...findings] }
  },
})
