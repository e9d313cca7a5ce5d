import { route } from '@/lib/http/route'
import { inspectTemplate } from '@/lib/templates/inspect-template'
import { templateLintSchema } from '@/lib/templates/template-api'
import { templateSourceSchema } from '@/lib/templates/template-source'

export const POST = route({
  summary: 'Check the HTML and CSS of a template without keeping it',
  access: 'read',
  body: templateSourceSchema,
  response: templateLintSchema,
  handle: async ({ body }) => {
    const { findings, hasErrors, loads } = inspectTemplate(body)
    return { findings: [...findings], hasErrors, loads: [...loads] }
  },
})
