import type { Database, DatabaseSession } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Actor, Role } from '@/lib/workspaces/permission'
import type { Member } from '@/lib/workspaces/workspace-api'
import { writeAuditEntry } from './write-audit-entry'

export async function listMembers(db: Database, actor: Actor): Promise<Member[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId: actor.workspaceId },
    include: { user: true },
    orderBy: { createdAt: 'asc' },
    take: 500,
  })
  return rows.map(({ user, role, createdAt }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    role,
    createdAt: createdAt.toISOString(),
  }))
}

export async function changeMemberRole(
  db: Database,
  actor: Actor,
  userId: string,
  role: Role,
): Promise<Member[]> {
  await db.$transaction(async (tx) => {
    await lockOwners(tx, actor.workspaceId)
    const { count } = await tx.membership.updateMany({
      where: { userId, workspaceId: actor.workspaceId },
      data: { role },
    })
    if (count === 0) throw notFound('member')
    await assertOwnerRemains(tx, actor.workspaceId)
    await writeAuditEntry(tx, actor, 'member.role', userId, { role })
  })
  return listMembers(db, actor)
}

export async function removeMember(db: Database, actor: Actor, userId: string): Promise<Member[]> {
  await db.$transaction(async (tx) => {
    await lockOwners(tx, actor.workspaceId)
    const { count } = await tx.membership.deleteMany({
      where: { userId, workspaceId: actor.workspaceId },
    })
    if (count === 0) throw notFound('member')
    await assertOwnerRemains(tx, actor.workspaceId)
    await writeAuditEntry(tx, actor, 'member.remove', userId)
  })
  return listMembers(db, actor)
}

/** Two owners demoting each other at once must not leave the workspace without one. */
async function lockOwners(db: DatabaseSession, workspaceId: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM workspace WHERE id = ${workspaceId} FOR UPDATE`
}

async function assertOwnerRemains(db: DatabaseSession, workspaceId: string): Promise<void> {
  if ((await db.membership.count({ where: { workspaceId, role: 'owner' } })) === 0) {
    throw new ProblemError(
      'conflict',
      'A workspace needs at least one owner. Make somebody else owner first.',
    )
  }
}
