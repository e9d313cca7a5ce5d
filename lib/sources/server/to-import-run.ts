import { type ImportRun, importRunSchema } from '@/lib/sources/source'
import type { ImportRun as ImportRunRow } from '@/prisma/generated/client'

export function toImportRun(row: ImportRunRow): ImportRun {
  return importRunSchema.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  })
}
