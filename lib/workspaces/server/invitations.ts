import { randomBytes } from 'node:crypto'
import { hashSecret } from '@/lib/auth/api-key-secret'
import { hashPassword } from '@/lib/auth/password'
import type { Database } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Actor, Role } from '@/lib/workspaces/permission'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import type { AcceptInvitation, Invitation } from '@/lib/workspaces/workspace-api'
import type { Invitation as InvitationRow } from '@/prisma/generated/client'
import { writeAuditEntry } from './write-audit-entry'

const VALID_FOR_MS = 7 * 24 * 60 * 60 * 1000
const TOKEN_BYTES = 32

export async function createInvitation(
  db: Database,
  actor: Actor,
  input: { email: string; role: Role },
): Promise<Invitation & { link: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const row = await db.$transaction(async (tx) => {
    const isMember = await tx.membership.count({
      where: { workspaceId: actor.workspaceId, user: { email: input.email } },
    })
    if (isMember > 0) throw new ProblemError('conflict', 'This person is a member already.')
    const invitation = await tx.invitation.create({
      data: {
        workspaceId: actor.workspaceId,
        email: input.email,
        role: input.role,
        tokenHash: hashSecret(token),
        invitedById: actor.id,
        expiresAt: new Date(Date.now() + VALID_FOR_MS),
      },
    })
    await writeAuditEntry(tx, actor, 'invitation.create', invitation.id, { role: input.role })
    return invitation
  })
  return { ...toInvitation(row), link: `${getEnv().PUBLIC_URL}/invitations/${token}` }
}

/** Invitations that can still be accepted. */
export async function listInvitations(db: Database, actor: Actor): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({
    where: { workspaceId: actor.workspaceId, acceptedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    take: 200,
  })
  return rows.map(toInvitation)
}

export async function revokeInvitation(
  db: Database,
  actor: Actor,
  invitationId: string,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.invitation.deleteMany({
      where: { id: invitationId, workspaceId: actor.workspaceId, acceptedAt: null },
    })
    if (count === 0) throw notFound('invitation')
    await writeAuditEntry(tx, actor, 'invitation.revoke', invitationId)
  })
}

/** What the invitation page shows; null for a link that is unknown, used or too old. */
export async function findOpenInvitation(db: Database, token: string) {
  return db.invitation.findFirst({
    where: { tokenHash: hashSecret(token), acceptedAt: null, expiresAt: { gt: new Date() } },
    include: { workspace: { select: { name: true } } },
  })
}

/**
 * Joins the workspace. The account is the signed-in one when its e-mail is the invited one; else
 * a new account is made with the given password. Each invitation works once.
 */
export async function acceptInvitation(
  db: Database,
  input: AcceptInvitation,
  signedInUserId: string | null,
): Promise<{ workspaceId: string; email: string }> {
  const passwordHash = input.password ? await hashPassword(input.password) : null
  const tokenHash = hashSecret(input.token)
  return db.$transaction(async (tx) => {
    // Whoever makes an account of this e-mail at the same time takes turns.
    await tx.$executeRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(email, 0)) FROM invitation
      WHERE token_hash = ${tokenHash}`
    const invitation = await tx.invitation.findFirst({
      where: {
        tokenHash,
        acceptedAt: null,
        expiresAt: { gt: new Date() },
      },
    })
    if (!invitation)
      throw new ProblemError(
        'gone',
        'This invitation was used already or is too old. Ask for a new one.',
      )
    const existing = await tx.user.findUnique({ where: { email: invitation.email } })
    if (existing && existing.id !== signedInUserId) {
      throw new ProblemError(
        'unauthenticated',
        'You have an account: sign in with it first, then open the link again.',
      )
    }
    if (!existing && (!passwordHash || !input.name)) {
      throw new ProblemError('invalid_request', 'Enter your name and choose a password.', [
        { path: 'name', message: 'Enter your name' },
        { path: 'password', message: 'Choose a password' },
      ])
    }
    const user =
      existing ??
      (await tx.user.create({
        data: { email: invitation.email, name: input.name ?? '', passwordHash },
      }))
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null },
      data: { acceptedAt: new Date() },
    })
    if (count === 0) throw new ProblemError('gone', 'This invitation was used already.')
    await tx.membership.upsert({
      where: { userId_workspaceId: { userId: user.id, workspaceId: invitation.workspaceId } },
      create: { userId: user.id, workspaceId: invitation.workspaceId, role: invitation.role },
      update: {},
    })
    const member = {
      kind: 'user',
      id: user.id,
      workspaceId: invitation.workspaceId,
      permissions: ROLE_PERMISSIONS[invitation.role],
    } as const
    await writeAuditEntry(tx, member, 'invitation.accept', invitation.id)
    return { workspaceId: invitation.workspaceId, email: user.email }
  })
}

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }
}
