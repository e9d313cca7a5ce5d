import type { Database } from '@/lib/db/client'
import { type PageQuery, toPage } from '@/lib/http/page'
import type { Actor } from '@/lib/workspaces/permission'
import type { AuditEntryView, AuditSubject } from '@/lib/workspaces/workspace-api'
import { findSubjectNames } from './find-subject-names'

/** Who changed what, the newest first. */
export async function listAuditEntries(
  db: Database,
  actor: Actor,
  query: PageQuery & { subject?: AuditSubject | undefined },
): Promise<{ items: AuditEntryView[]; nextCursor: string | null }> {
  const rows = await db.auditEntry.findMany({
    where: {
      workspaceId: actor.workspaceId,
      ...(query.subject ? { action: { startsWith: `${query.subject}.` } } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: query.limit + 1,
    ...(query.cursor ? { cursor: { id: query.cursor }, skip: 1 } : {}),
  })
  const { items, nextCursor } = toPage(rows, query.limit)
  const ids = items.map(({ actorId }) => actorId)
  const [users, keys, subjectNames] = await Promise.all([
    db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    db.apiKey.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    findSubjectNames(db, actor.workspaceId, items),
  ])
  const nameOf = new Map([...users, ...keys].map(({ id, name }) => [id, name]))
  return {
    items: items.map((row) => ({
      id: row.id,
      actorKind: row.actorKind,
      actorName: nameOf.get(row.actorId) ?? row.actorId,
      action: row.action,
      subjectId: row.subjectId,
      subjectName: subjectNames.get(row.subjectId) ?? null,
      createdAt: row.createdAt.toISOString(),
    })),
    nextCursor,
  }
}
