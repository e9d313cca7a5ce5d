import type { Reviewer } from '@/lib/approvals/check-approver'
import { type ApproverRole, approverRoleSchema } from '@/lib/approvals/approver-role'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'

/** Whose doing it is: a key acts for the person who made it. Null for the program itself. */
export async function findActingUserId(db: DatabaseSession, actor: Actor): Promise<string | null> {
  if (actor.kind === 'user') return actor.id
  if (actor.kind === 'system') return null
  const { id, workspaceId } = actor
  const key = await db.apiKey.findFirst({ where: { id, workspaceId } })
  return key?.createdById ?? null
}

/** Who is about to decide on assets, and as what. */
export async function findReviewer(db: DatabaseSession, actor: Actor): Promise<Reviewer> {
  const userId = await findActingUserId(db, actor)
  if (actor.kind === 'system') return { userId, roles: [], isOnlyMember: false }
  const memberships = await db.membership.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { userId: true, approverRoles: true },
  })
  const own = memberships.find((one) => one.userId === userId)
  return {
    // A key whose maker has left stands for nobody: it holds no role.
    userId: userId ?? actor.id,
    roles: own ? readApproverRoles(own.approverRoles) : [],
    isOnlyMember: own !== undefined && memberships.length === 1,
  }
}

export function readApproverRoles(stored: readonly string[]): ApproverRole[] {
  return approverRoleSchema.options.filter((role) => stored.includes(role))
}
