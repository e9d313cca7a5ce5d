import type { Database } from '@/lib/db/client'
import { type AuditSubject, auditSubjectSchema } from '@/lib/workspaces/workspace-api'

interface Named {
  readonly id: string
  readonly name: string
}
type FindNamed = (db: Database, workspaceId: string, ids: string[]) => Promise<Named[]>

const select = { id: true, name: true } as const
const within = (workspaceId: string, ids: string[]) => ({
  where: { workspaceId, id: { in: ids } },
  select,
})

const FINDERS: Readonly<Record<AuditSubject, FindNamed>> = {
  campaign: (db, workspaceId, ids) => db.campaign.findMany(within(workspaceId, ids)),
  asset: (db, workspaceId, ids) => db.asset.findMany(within(workspaceId, ids)),
  segment: (db, workspaceId, ids) => db.segment.findMany(within(workspaceId, ids)),
  source: (db, workspaceId, ids) => db.source.findMany(within(workspaceId, ids)),
  feed: (db, workspaceId, ids) => db.feed.findMany(within(workspaceId, ids)),
  placement: (db, workspaceId, ids) => db.placement.findMany(within(workspaceId, ids)),
  template: (db, workspaceId, ids) => db.template.findMany(within(workspaceId, ids)),
  review: (db, workspaceId, ids) => db.reviewLink.findMany(within(workspaceId, ids)),
  api_key: (db, workspaceId, ids) => db.apiKey.findMany(within(workspaceId, ids)),
  member: (db, _workspaceId, ids) => db.user.findMany({ where: { id: { in: ids } }, select }),
  async invitation(db, workspaceId, ids) {
    const rows = await db.invitation.findMany({ where: { workspaceId, id: { in: ids } } })
    return rows.map(({ id, email }) => ({ id, name: email }))
  },
  workspace: (db, workspaceId) => db.workspace.findMany({ where: { id: workspaceId }, select }),
}

/** What the subjects of audit entries are called now, by their ids. */
export async function findSubjectNames(
  db: Database,
  workspaceId: string,
  entries: readonly { action: string; subjectId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const bySubject = Map.groupBy(entries, ({ action }) => action.split('.')[0])
  const found = await Promise.all(
    auditSubjectSchema.options.map(async (subject) => {
      const ids = (bySubject.get(subject) ?? []).map(({ subjectId }) => subjectId)
      return ids.length === 0 ? [] : FINDERS[subject](db, workspaceId, [...new Set(ids)])
    }),
  )
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}
