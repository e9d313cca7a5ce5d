import { listAuditEntries } from '@/lib/workspaces/server/list-audit-entries'
import { auditEntrySchema, auditSubjectSchema } from '@/lib/workspaces/workspace-api'
import { pageQuerySchema, pageSchema } from '@/lib/http/page'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List who changed what',
  access: 'workspace.manage',
  query: pageQuerySchema.extend({ subject: auditSubjectSchema.optional() }),
  response: pageSchema(auditEntrySchema),
  handle: ({ db, actor, query }) => listAuditEntries(db, actor, query),
})
