import { openSecret } from '@/lib/auth/sealed-secret'
import type { Database } from '@/lib/db/client'
import { notFound, problemFromZod } from '@/lib/http/problem'
import { assertSigned } from '@/lib/http/signed-body'
import { mappingSchema } from '@/lib/sources/mapping'
import { type ImportRun, webhookBodySchema } from '@/lib/sources/source'
import { runImport } from './run-import'
import { toImportRun } from './to-import-run'

/** Takes a signed delivery of customers. The same `deliveryId` again answers the first result. */
export async function receiveWebhook(
  db: Database,
  sourceId: string,
  signature: string | null,
  body: Buffer,
  now: Date,
): Promise<ImportRun> {
  const source = await db.source.findFirst({ where: { id: sourceId, kind: 'webhook' } })
  if (!source?.sealedSecret) throw notFound('source')
  assertSigned(openSecret(source.sealedSecret), signature, body, now.getTime())
  const parsed = webhookBodySchema.safeParse(readJson(body))
  if (!parsed.success) throw problemFromZod(parsed.error)
  const { deliveryId, customers } = parsed.data

  const key = { sourceId_deliveryId: { sourceId, deliveryId } }
  const before = await db.importRun.findUnique({ where: key })
  if (before?.state === 'done') return toImportRun(before)
  const run = await db.importRun.upsert({
    where: key,
    create: { sourceId, deliveryId, workspaceId: source.workspaceId },
    update: { state: 'running' },
  })
  await runImport(db, run, mappingSchema.parse(source.mapping), customers)
  const done = await db.importRun.update({
    where: key,
    data: { state: 'done', finishedAt: new Date() },
  })
  return toImportRun(done)
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
