import type { DatabaseSession } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'

/** Notes who changed what. Call inside the change's own transaction. `detail` holds no personal data. */
export async function writeAuditEntry(
  db: DatabaseSession,
  actor: Actor,
  action: string,
  subjectId: string,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await db.auditEntry.create({
    data: {
      workspaceId: actor.workspaceId,
      actorKind: actor.kind,
      actorId: actor.id,
      action,
      subjectId,
      detail,
    },
  })
}

/** The same of many subjects at once. */
export async function writeAuditEntries(
  db: DatabaseSession,
  actor: Actor,
  action: string,
  entries: readonly { subjectId: string; detail: Prisma.InputJsonObject }[],
): Promise<void> {
  const { workspaceId, kind: actorKind, id: actorId } = actor
  await db.auditEntry.createMany({
    data: entries.map((entry) => ({ workspaceId, actorKind, actorId, action, ...entry })),
  })
}
