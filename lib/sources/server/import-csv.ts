import { Readable, Transform } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Database } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import { mappingSchema } from '@/lib/sources/mapping'
import type { ImportRun } from '@/lib/sources/source'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { runImport } from './run-import'
import { toImportRun } from './to-import-run'

const MAX_FILE_BYTES = 100_000_000
const MAX_RECORD_BYTES = 100_000

/**
 * Imports a CSV of customers as it arrives. What was accepted before a broken row stays and is
 * counted; the run then says what failed. The file itself is never kept.
 */
export async function importCsv(
  db: Database,
  actor: Actor,
  sourceId: string,
  file: { name: string; body: ReadableStream<Uint8Array> },
): Promise<ImportRun> {
  const source = await db.source.findFirst({
    where: { id: sourceId, workspaceId: actor.workspaceId, kind: 'csv' },
  })
  if (!source) throw notFound('source')
  const mapping = mappingSchema.parse(source.mapping)
  const run = await db.importRun.create({
    data: { workspaceId: actor.workspaceId, sourceId, fileName: file.name.slice(0, 200) },
  })
  const parser = parse({
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim()),
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
    relax_column_count_more: true,
    delimiter: [',', ';', '\t'],
  })
  try {
    const input = Readable.fromWeb(file.body as Parameters<typeof Readable.fromWeb>[0])
    const records = input.pipe(limitBytes(MAX_FILE_BYTES, parser)).pipe(parser)
    input.on('error', (error) => parser.destroy(error))
    await runImport(db, run, mapping, records as AsyncIterable<Record<string, unknown>>)
    await db.importRun.update({
      where: { id: run.id },
      data: { state: 'done', finishedAt: new Date() },
    })
  } catch (error) {
    await db.importRun.update({
      where: { id: run.id },
      data: { state: 'failed', failure: describeFailure(error), finishedAt: new Date() },
    })
    if (!(error instanceof CsvError) && !(error instanceof ProblemError)) throw error
  }
  await writeAuditEntry(db, actor, 'source.import', sourceId, { importRunId: run.id })
  return toImportRun(await db.importRun.findUniqueOrThrow({ where: { id: run.id } }))
}

function limitBytes(limit: number, parser: { destroy(error: Error): unknown }): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size <= limit) return done(null, chunk)
      parser.destroy(
        new ProblemError('too_large', `The file may have at most ${limit / 1_000_000} MB.`),
      )
    },
  })
}

function describeFailure(error: unknown): string {
  if (error instanceof ProblemError) return error.message
  if (error instanceof CsvError)
    return `The file could not be read as CSV: ${error.code.toLowerCase().replaceAll('_', ' ')}.`
  return 'The import was interrupted. Import the file again: rows are never doubled.'
}
