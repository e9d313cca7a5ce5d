import { z } from 'zod'
import { pageQuerySchema, pageSchema } from '@/lib/http/page'
import { ProblemError } from '@/lib/http/problem'
import { route } from '@/lib/http/route'
import { importCsv } from '@/lib/sources/server/import-csv'
import { listImportRuns } from '@/lib/sources/server/sources'
import { importRunSchema } from '@/lib/sources/source'

const params = z.object({ sourceId: z.string().max(40) })

export const GET = route({
  summary: 'List the imports of a source; a running one shows its progress',
  access: 'read',
  params,
  query: pageQuerySchema,
  response: pageSchema(importRunSchema),
  handle: ({ db, actor, params: { sourceId }, query }) =>
    listImportRuns(db, actor, sourceId, query),
})

export const POST = route({
  summary: 'Import a CSV of customers (the body is the file, as text/csv)',
  access: 'source.edit',
  params,
  query: z.object({ fileName: z.string().max(200).default('') }),
  response: importRunSchema,
  handle: ({ db, actor, params: { sourceId }, query, request }) => {
    if (
      !request.body ||
      !/^text\/(csv|plain|tab-separated-values)/i.test(request.headers.get('content-type') ?? '')
    ) {
      throw new ProblemError('unsupported_media', 'Send the file as text/csv.')
    }
    return importCsv(db, actor, sourceId, { name: query.fileName, body: request.body })
  },
})
