import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Database } from '@/lib/db/client'
import { toStorableText } from '@/lib/events/storable-text'
import { notFound, ProblemError } from '@/lib/http/problem'
import { detectDelimiter } from '@/lib/sources/delimiter'
import { mappingSchema } from '@/lib/sources/mapping'
import type { ImportRun } from '@/lib/sources/source'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { runImport } from './run-import'
import { toImportRun } from './to-import-run'

const MAX_FILE_BYTES = 100_000_000
const MAX_RECORD_BYTES = 100_000
const HEADER_BYTES = 16_384

/**
 * Imports a CSV of customers as it arrives. What was written before a broken row stays, the run
 * counts exactly that, and says what failed. The file itself is never kept.
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
  const fileName = toStorableText(file.name.slice(0, 200))
  const run = await db.importRun.create({
    data: { workspaceId: actor.workspaceId, sourceId, fileName },
  })
  try {
    await runImport(db, run, mapping, readRecords(file.body))
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

async function* readRecords(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Record<string, unknown>> {
  const chunks = limitBytes(body, MAX_FILE_BYTES)
  const head = await readHead(chunks)
  const parser = parse({
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim()),
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
    relax_column_count: true,
    // A quote in the middle of a value is a character like any other, as people and shops write it.
    relax_quotes: true,
    delimiter: detectDelimiter(head.toString('utf8')),
  })
  const input = Readable.from(startWith(head, chunks))
  input.on('error', (error) => parser.destroy(error))
  yield* input.pipe(parser) as AsyncIterable<Record<string, unknown>>
}

/** As much of the file as holds its header, usually the first chunk. */
async function readHead(chunks: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (head.length < HEADER_BYTES) {
    const { value, done } = await chunks.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  return head
}

async function* startWith(
  head: Buffer,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  yield* rest
}

async function* limitBytes(
  body: ReadableStream<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) {
      throw new ProblemError('too_large', `The file may have at most ${limit / 1_000_000} MB.`)
    }
    yield chunk
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof ProblemError) return error.message
  // Its message may quote the file, which holds people: only the kind of fault and the line.
  if (error instanceof CsvError) {
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : ''
    const fault = error.code.replace('CSV_', '').toLowerCase().replaceAll('_', ' ')
    return `The file could not be read as CSV${line}: ${fault}.`
  }
  return 'The import was interrupted. Import the file again: rows are never doubled.'
}
