import {
  LIBRARY_VIEWS_MOST,
  type LibraryView,
  libraryQuerySchema,
  type SaveLibraryView,
} from '@/lib/assets/library-view'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { LibraryView as LibraryViewRow } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'

/** The workspace's views by name. One that an older version saved and none reads is left out. */
export async function listLibraryViews(
  db: DatabaseSession,
  actor: Actor,
): Promise<{ items: LibraryView[] }> {
  const { workspaceId } = actor
  const rows = await db.libraryView.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } })
  return { items: rows.flatMap((row) => toLibraryView(row) ?? []) }
}

/** Saves a view under a new name. Throws `conflict` for one that is taken. */
export async function createLibraryView(
  db: Database,
  actor: Actor,
  { name, query }: SaveLibraryView,
): Promise<LibraryView> {
  const { workspaceId } = actor
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`views:${workspaceId}`}, 0))`
    if ((await tx.libraryView.count({ where: { workspaceId } })) >= LIBRARY_VIEWS_MOST) {
      throw new ProblemError('unprocessable', 'There are a hundred views. Remove one first.')
    }
    await refuseTaken(tx, workspaceId, name, null)
    const createdById = actor.kind === 'user' ? actor.id : null
    const row = await tx.libraryView.create({ data: { workspaceId, name, query, createdById } })
    await writeAuditEntry(tx, actor, 'library-view.created', row.id)
    return { id: row.id, name, query, createdAt: row.createdAt.toISOString() }
  })
}

/** Renames a view, or saves what it shows anew. Throws `not_found`, `conflict`. */
export async function updateLibraryView(
  db: Database,
  actor: Actor,
  viewId: string,
  { name, query }: SaveLibraryView,
): Promise<LibraryView> {
  const where = { id: viewId, workspaceId: actor.workspaceId }
  return db.$transaction(async (tx) => {
    const row = await tx.libraryView.findFirst({ where })
    if (!row) throw notFound('view')
    await refuseTaken(tx, actor.workspaceId, name, viewId)
    await tx.libraryView.updateMany({ where, data: { name, query } })
    await writeAuditEntry(tx, actor, 'library-view.updated', viewId)
    return { id: viewId, name, query, createdAt: row.createdAt.toISOString() }
  })
}

/** Removes a view; answers it, so that it can be saved again. Throws `not_found`. */
export async function deleteLibraryView(
  db: Database,
  actor: Actor,
  viewId: string,
): Promise<{ id: string }> {
  const where = { id: viewId, workspaceId: actor.workspaceId }
  return db.$transaction(async (tx) => {
    const { count } = await tx.libraryView.deleteMany({ where })
    if (count === 0) throw notFound('view')
    await writeAuditEntry(tx, actor, 'library-view.deleted', viewId)
    return { id: viewId }
  })
}

async function refuseTaken(
  tx: DatabaseSession,
  workspaceId: string,
  name: string,
  exceptId: string | null,
): Promise<void> {
  const taken = await tx.libraryView.findFirst({
    where: { workspaceId, name, ...(exceptId !== null && { id: { not: exceptId } }) },
    select: { id: true },
  })
  const message = 'There is a view of this name already.'
  if (taken) throw new ProblemError('conflict', message, [{ path: 'name', message }])
}

function toLibraryView({ id, name, query, createdAt }: LibraryViewRow): LibraryView | null {
  const parsed = libraryQuerySchema.safeParse(query)
  return parsed.success
    ? { id, name, query: parsed.data, createdAt: createdAt.toISOString() }
    : null
}
