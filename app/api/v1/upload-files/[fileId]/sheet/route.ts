import { z } from 'zod'
import { importSheetResponseSchema, importSheetSchema } from '@/lib/uploads/copy-sheet'
import { importSheet } from '@/lib/uploads/server/import-sheet'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Check or import the copy of an uploaded sheet, by what its columns are',
  access: 'asset.edit',
  params: z.object({ fileId: z.string() }),
  body: importSheetSchema,
  response: importSheetResponseSchema,
  handle: ({ db, actor, params: { fileId }, body }) => importSheet(db, actor, fileId, body),
})
