import type { Database } from '@/lib/db/client'

/**
 * The user behind an OIDC identity. A known (issuer, subject) wins; otherwise a person who already
 * has an account or a pending invitation under the same *verified* e-mail is linked. Nobody else
 * may come in: null.
 */
export async function linkOidcIdentity(
  db: Database,
  profile: {
    iss: string
    sub: string
    email: string
    email_verified?: boolean | undefined
    name?: string | undefined
  },
): Promise<string | null> {
  const key = { issuer: profile.iss, subject: profile.sub }
  const known = await db.oidcIdentity.findUnique({ where: { issuer_subject: key } })
  if (known) return known.userId
  if (profile.email_verified !== true) return null
  const email = profile.email.trim().toLowerCase()
  return db.$transaction(async (tx) => {
    // Two sign-ins at once (a double click) take turns: the second finds what the first has made.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`
    const meanwhile = await tx.oidcIdentity.findUnique({ where: { issuer_subject: key } })
    if (meanwhile) return meanwhile.userId
    const existing = await tx.user.findUnique({ where: { email } })
    const isInvited =
      (await tx.invitation.count({
        where: { email, acceptedAt: null, expiresAt: { gt: new Date() } },
      })) > 0
    if (!existing && !isInvited) return null
    const user =
      existing ?? (await tx.user.create({ data: { email, name: profile.name ?? email } }))
    await tx.oidcIdentity.create({ data: { ...key, userId: user.id } })
    return user.id
  })
}
