import { randomBytes } from 'node:crypto'
import { sealSecret } from '@/lib/auth/sealed-secret'
import type { Database } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { type PageQuery, toPage } from '@/lib/http/page'
import { notFound } from '@/lib/http/problem'
import { mappingSchema } from '@/lib/sources/mapping'
import type { ImportRun, Source, SourceInput } from '@/lib/sources/source'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { Prisma } from '@/prisma/generated/client'
import { toImportRun } from './to-import-run'

const SECRET_BYTES = 32
const SOURCES_LISTED = 200
const include = {
  _count: { select: { profiles: true } },
  imports: { orderBy: { createdAt: 'desc' }, take: 1 },
} satisfies Prisma.SourceInclude
type SourceRow = Prisma.SourceGetPayload<{ include: typeof include }>

export async function listSources(db: Database, actor: Actor): Promise<Source[]> {
  const rows = await db.source.findMany({
    where: { workspaceId: actor.workspaceId },
    include,
    orderBy: { createdAt: 'asc' },
    take: SOURCES_LISTED,
  })
  return rows.map(toSource)
}

export async function getSource(db: Database, actor: Actor, sourceId: string): Promise<Source> {
  const row = await db.source.findFirst({
    where: { id: sourceId, workspaceId: actor.workspaceId },
    include,
  })
  if (!row) throw notFound('source')
  return toSource(row)
}

export async function createSource(
  db: Database,
  actor: Actor,
  input: SourceInput,
): Promise<Source & { secret: string | null }> {
  const secret = input.kind === 'webhook' ? newSecret() : null
  return db.$transaction(async (tx) => {
    const row = await tx.source.create({
      data: {
        ...input,
        workspaceId: actor.workspaceId,
        sealedSecret: secret === null ? null : sealSecret(secret),
      },
      include,
    })
    await writeAuditEntry(tx, actor, 'source.create', row.id, { kind: input.kind })
    return { ...toSource(row), secret }
  })
}

export async function updateSource(
  db: Database,
  actor: Actor,
  sourceId: string,
  input: Omit<SourceInput, 'kind'>,
): Promise<Source> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.source.updateMany({
      where: { id: sourceId, workspaceId: actor.workspaceId },
      data: { name: input.name, mapping: input.mapping },
    })
    if (count === 0) throw notFound('source')
    await writeAuditEntry(tx, actor, 'source.update', sourceId)
  })
  return getSource(db, actor, sourceId)
}

/** Replaces the signing secret of a webhook; the old one stops working at once. */
export async function rotateSourceSecret(
  db: Database,
  actor: Actor,
  sourceId: string,
): Promise<Source & { secret: string }> {
  const secret = newSecret()
  await db.$transaction(async (tx) => {
    const { count } = await tx.source.updateMany({
      where: { id: sourceId, workspaceId: actor.workspaceId, kind: 'webhook' },
      data: { sealedSecret: sealSecret(secret) },
    })
    if (count === 0) throw notFound('webhook')
    await writeAuditEntry(tx, actor, 'source.rotate_secret', sourceId)
  })
  return { ...(await getSource(db, actor, sourceId)), secret }
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** Runs of a source, the newest first. */
export async function listImportRuns(
  db: Database,
  actor: Actor,
  sourceId: string,
  query: PageQuery,
): Promise<{ items: ImportRun[]; nextCursor: string | null }> {
  await getSource(db, actor, sourceId)
  const rows = await db.importRun.findMany({
    where: { sourceId, workspaceId: actor.workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: query.limit + 1,
    ...(query.cursor ? { cursor: { id: query.cursor }, skip: 1 } : {}),
  })
  const { items, nextCursor } = toPage(rows, query.limit)
  return { items: items.map(toImportRun), nextCursor }
}

function toSource(row: SourceRow): Source {
  const [lastImport] = row.imports
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    mapping: mappingSchema.parse(row.mapping),
    createdAt: row.createdAt.toISOString(),
    profileCount: row._count.profiles,
    lastImport: lastImport ? toImportRun(lastImport) : null,
    pushUrl: row.kind === 'webhook' ? `${getEnv().PUBLIC_URL}/api/sources/${row.id}` : null,
  }
}
