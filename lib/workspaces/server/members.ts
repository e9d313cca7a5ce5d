import type { Database, DatabaseSession } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import { readApproverRoles } from '@/lib/approvals/server/find-reviewer'
import { type Actor, ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import type { ChangeMember, Member } from '@/lib/workspaces/workspace-api'
import { writeAuditEntry } from './write-audit-entry'

export async function listMembers(db: Database, actor: Actor): Promise<Member[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId: actor.workspaceId },
    include: { user: true },
    orderBy: { createdAt: 'asc' },
    take: 500,
  })
  return rows.map(({ user, role, approverRoles, createdAt }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    role,
    approverRoles: readApproverRoles(approverRoles),
    createdAt: createdAt.toISOString(),
  }))
}

/** Gives a member another role, or says as what they approve assets. Throws `conflict` where nobody could. */
export async function changeMember(
  db: Database,
  actor: Actor,
  userId: string,
  change: ChangeMember,
): Promise<Member[]> {
  const { workspaceId } = actor
  await db.$transaction(async (tx) => {
    await lockOwners(tx, workspaceId)
    const member = await tx.membership.findUnique({
      where: { userId_workspaceId: { userId, workspaceId } },
    })
    if (!member) throw notFound('member')
    const role = change.role ?? member.role
    const mayApprove = ROLE_PERMISSIONS[role].includes('asset.approve')
    if (!mayApprove && change.approverRoles && change.approverRoles.length > 0) {
      throw new ProblemError('conflict', 'Analysts only read: give them another role first.')
    }
    const approverRoles = mayApprove ? (change.approverRoles ?? member.approverRoles) : []
    await tx.membership.update({
      where: { userId_workspaceId: { userId, workspaceId } },
      data: { role, approverRoles: [...new Set(approverRoles)] },
    })
    await assertOwnerRemains(tx, workspaceId)
    if (role !== member.role) await writeAuditEntry(tx, actor, 'member.role', userId, { role })
    if (change.approverRoles) {
      await writeAuditEntry(tx, actor, 'member.approver_roles', userId, { approverRoles })
    }
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
