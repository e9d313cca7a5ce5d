import { afterAll, describe, expect, it } from 'vitest'
import { type Caller, openStudio } from '@/scripts/testing/http-studio'
import { expectDone } from '@/scripts/testing/http-world'

const studio = await openStudio()
const { getAuthOptions } = await import('@/lib/auth/auth-options')
const { linkOidcIdentity } = await import('@/lib/auth/link-oidc-identity')
const { createInvitation } = await import('@/lib/workspaces/server/invitations')
const { ROLE_PERMISSIONS } = await import('@/lib/workspaces/permission')
const { db } = studio
afterAll(() => studio.close())

const PASSWORD = 'correct horse battery'
const signUp = (email: string) =>
  studio.call('POST /api/v1/sign-up', {
    body: { name: 'First', email, password: PASSWORD, workspaceName: 'Shop' },
  })

async function asOwner(): Promise<{ as: Caller; userId: string; workspaceId: string }> {
  const { userId, workspaceId } = await db.membership.findFirstOrThrow({ where: { role: 'owner' } })
  return { as: await studio.asUser(userId, workspaceId), userId, workspaceId }
}

describe('sign-up', () => {
  it('gives a new installation one owner, however many come first at once', async () => {
    const emails = ['one@example.com', 'two@example.com', 'three@example.com']
    const answers = await Promise.all(emails.map(signUp))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 403, 403])
    expect(await db.user.count()).toBe(1)
    expect(await db.workspace.count()).toBe(1)
    expect(await db.membership.findMany()).toMatchObject([{ role: 'owner' }])
  })

  it('is closed from then on', async () => {
    expect((await signUp('later@example.com')).status).toBe(403)
    expect(await db.user.count()).toBe(1)
  })

  it('keeps the password as argon2id and answers nothing of it', async () => {
    const { passwordHash } = await db.user.findFirstOrThrow()
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const { text } = await studio.call('GET /api/v1/me', { as: (await asOwner()).as })
    expect(text).not.toContain('argon2')
  })
})

describe('invitations', () => {
  let guests = 0
  async function invite(role = 'marketer'): Promise<{ email: string; token: string; id: string }> {
    guests += 1
    const email = `guest${guests}@example.com`
    const { as } = await asOwner()
    const made = await expectDone(studio, 'POST /api/v1/invitations', { as, body: { email, role } })
    const { id, link } = made as { id: string; link: string }
    return { email, id, token: link.slice(link.lastIndexOf('/') + 1) }
  }
  const accept = (token: string, more: object = {}, as?: Caller) =>
    studio.call('POST /api/v1/invitations/accept', {
      ...(as ? { as } : {}),
      body: { token, name: 'Guest', password: PASSWORD, ...more },
    })

  it('make an account with the role that was given', async () => {
    const { email, token } = await invite('creative')
    expect((await accept(token)).status).toBe(200)
    const user = await db.user.findUniqueOrThrow({
      where: { email },
      include: { memberships: true },
    })
    expect(user.memberships).toMatchObject([{ role: 'creative' }])
  })

  it('work once, also for two at once', async () => {
    const { email, token } = await invite()
    const answers = await Promise.all([accept(token), accept(token), accept(token)])
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses[0]).toBe(200)
    expect(statuses.slice(1).every((status) => [401, 409, 410].includes(status))).toBe(true)
    expect(await db.user.count({ where: { email } })).toBe(1)
    expect((await accept(token)).status).toBe(410)
  })

  it('are refused when they are wrong, expired or revoked', async () => {
    expect((await accept('a'.repeat(43))).status).toBe(410)
    const old = await invite()
    await db.invitation.update({ where: { id: old.id }, data: { expiresAt: new Date(0) } })
    expect((await accept(old.token)).status).toBe(410)
    const revoked = await invite()
    const { as } = await asOwner()
    const params = { invitationId: revoked.id }
    await expectDone(studio, 'DELETE /api/v1/invitations/{invitationId}', { as, params })
    expect((await accept(revoked.token)).status).toBe(410)
    expect(await db.user.count({ where: { email: { in: [old.email, revoked.email] } } })).toBe(0)
  })

  it('are for the invited e-mail only: neither taken over nor able to take over', async () => {
    const { email, token } = await invite()
    const existing = await db.user.create({ data: { email, name: 'Already here' } })
    expect((await accept(token)).status).toBe(401)
    const owner = await asOwner()
    expect((await accept(token, {}, owner.as)).status).toBe(401)
    expect((await accept(token, { email: 'me@example.com' })).status).toBe(401)
    const as = await studio.asUser(existing.id)
    expect((await accept(token, {}, as)).status).toBe(200)
    // The password that came along did not become theirs.
    expect(await db.user.findUniqueOrThrow({ where: { email } })).toMatchObject({
      name: 'Already here',
      passwordHash: null,
    })
  })

  it('do not raise the role of a member', async () => {
    const { workspaceId, userId } = await asOwner()
    const member = await db.user.create({ data: { email: 'twice@example.com', name: 'Twice' } })
    const actor = {
      kind: 'user',
      id: userId,
      workspaceId,
      permissions: ROLE_PERMISSIONS.owner,
    } as const
    const { link } = await createInvitation(db, actor, { email: member.email, role: 'owner' })
    await db.membership.create({ data: { userId: member.id, workspaceId, role: 'analyst' } })
    await accept(link.slice(link.lastIndexOf('/') + 1), {}, await studio.asUser(member.id))
    const where = { userId_workspaceId: { userId: member.id, workspaceId } }
    expect((await db.membership.findUniqueOrThrow({ where })).role).toBe('analyst')
  })

  it('are kept as a hash', async () => {
    const { id, token } = await invite()
    const row = await db.invitation.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(token)
  })
})

describe('the last owner', () => {
  const demote = (as: Caller, userId: string) =>
    studio.call('PUT /api/v1/members/{userId}', {
      as,
      params: { userId },
      body: { role: 'analyst' },
    })

  it('stays', async () => {
    const { as, userId } = await asOwner()
    expect((await demote(as, userId)).status).toBe(409)
    const remove = 'DELETE /api/v1/members/{userId}'
    expect((await studio.call(remove, { as, params: { userId } })).status).toBe(409)
  })

  it('is left when two owners demote each other at once', async () => {
    const { as, userId, workspaceId } = await asOwner()
    const second = await db.user.create({ data: { email: 'second@example.com', name: 'Second' } })
    await db.membership.create({ data: { userId: second.id, workspaceId, role: 'owner' } })
    const asSecond = await studio.asUser(second.id, workspaceId)
    await Promise.all([demote(as, second.id), demote(asSecond, userId)])
    expect(await db.membership.count({ where: { workspaceId, role: 'owner' } })).toBe(1)
  })
})

describe('signing in with a password', () => {
  type Authorize = (
    input: Record<string, unknown>,
    request: { headers: Record<string, string> },
  ) => Promise<{ email: string } | null>

  /** As next-auth calls it. */
  function authorize(email: string, password: string, address: string) {
    const provider = getAuthOptions().providers.find(({ id }) => id === 'credentials')
    const options: unknown = provider && 'options' in provider ? provider.options : undefined
    const { authorize } = options as { authorize: Authorize }
    return authorize({ email, password }, { headers: { 'x-intarsia-address': address } })
  }

  it('takes the right password, however the e-mail is written', async () => {
    const { email } = await db.user.findFirstOrThrow({ where: { NOT: { passwordHash: null } } })
    expect(await authorize(` ${email.toUpperCase()} `, PASSWORD, '10.0.0.1')).toMatchObject({
      email,
    })
    expect(await authorize(email, `${PASSWORD} `, '10.0.0.1')).toBeNull()
    expect(await authorize('nobody@example.com', PASSWORD, '10.0.0.1')).toBeNull()
  })

  it('lets nobody in who has no password', async () => {
    const user = await db.user.create({ data: { email: 'sso@example.com', name: 'SSO' } })
    expect(await authorize(user.email, '', '10.0.0.1')).toBeNull()
    expect(await authorize(user.email, 'no such user', '10.0.0.1')).toBeNull()
  })

  it('stops after eight wrong passwords, for that account from that address', async () => {
    const { email } = await db.user.findFirstOrThrow({ where: { NOT: { passwordHash: null } } })
    for (let attempt = 0; attempt < 8; attempt++) {
      expect(await authorize(email, `wrong ${attempt}`, '10.0.0.2')).toBeNull()
    }
    await expect(authorize(email, PASSWORD, '10.0.0.2')).rejects.toThrow('rate_limited')
    await expect(authorize(email.toUpperCase(), PASSWORD, '10.0.0.2')).rejects.toThrow(
      'rate_limited',
    )
    expect(await authorize(email, PASSWORD, '10.0.0.3')).toMatchObject({ email })
  })

  it('stops an address that tries many accounts', async () => {
    for (let attempt = 0; attempt < 60; attempt++) {
      await authorize(`guess${attempt}@example.com`, 'x', '10.0.0.4')
    }
    await expect(authorize('guess99@example.com', 'x', '10.0.0.4')).rejects.toThrow('rate_limited')
  })

  it('keeps neither e-mails nor addresses in the table of attempts', async () => {
    const text = JSON.stringify(await db.rateLimit.findMany(), (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(text).not.toMatch(/example\.com|10\.0\.0/)
  })
})

describe('an identity of an OIDC provider', () => {
  const iss = 'https://login.example'
  const link = (sub: string, email: string, email_verified?: boolean) =>
    linkOidcIdentity(db, { iss, sub, email, email_verified })

  it('is linked to an account by a verified e-mail only', async () => {
    const user = await db.user.create({ data: { email: 'known@example.com', name: 'Known' } })
    expect(await link('s1', 'known@example.com')).toBeNull()
    expect(await link('s1', 'known@example.com', false)).toBeNull()
    expect(await db.oidcIdentity.count({ where: { subject: 's1' } })).toBe(0)
    expect(await link('s1', ' Known@Example.com ', true)).toBe(user.id)
  })

  it('wins over whatever e-mail it says later', async () => {
    const { userId } = await db.oidcIdentity.findFirstOrThrow({ where: { subject: 's1' } })
    const other = await db.user.create({ data: { email: 'other@example.com', name: 'Other' } })
    expect(await link('s1', other.email, true)).toBe(userId)
    expect(await link('s1', 'gone@example.com', false)).toBe(userId)
  })

  it('is another with another issuer', async () => {
    const profile = {
      iss: 'https://evil.example',
      sub: 's1',
      email: 'x@example.com',
      email_verified: true,
    }
    expect(await linkOidcIdentity(db, profile)).toBeNull()
  })

  it('of a stranger comes in with an open invitation only', async () => {
    expect(await link('s2', 'stranger@example.com', true)).toBeNull()
    expect(await db.user.count({ where: { email: 'stranger@example.com' } })).toBe(0)
    const { as } = await asOwner()
    const body = { email: 'stranger@example.com', role: 'analyst' }
    await expectDone(studio, 'POST /api/v1/invitations', { as, body })
    expect(await link('s2', 'stranger@example.com', true)).toEqual(expect.any(String))
  })

  it('makes one account when two sign-ins arrive at once', async () => {
    const { as } = await asOwner()
    const body = { email: 'racer@example.com', role: 'analyst' }
    await expectDone(studio, 'POST /api/v1/invitations', { as, body })
    const ids = await Promise.all([1, 2, 3].map(() => link('s3', 'racer@example.com', true)))
    expect(new Set(ids).size).toBe(1)
  })
})

describe('return paths after signing in', () => {
  it('stay on this installation', async () => {
    const { safeReturnPath } = await import('@/lib/auth/safe-return-path')
    const home = 'https://studio.example'
    const go = (to: string) => new URL(safeReturnPath(to, home), home)
    for (const to of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example/a',
      'javascript:alert(1)',
      '/..//evil.example',
      '/a/..//evil.example',
      'https://studio.example//evil.example',
      '/%2e%2e//evil.example',
    ]) {
      expect(go(to).origin, to).toBe(home)
    }
    expect(safeReturnPath('/campaigns/a?b=1', home)).toBe('/campaigns/a?b=1')
  })
})

// Last: it changes the password that the others sign in with.
describe('one’s own account', () => {
  /** The first who has a password: whoever is left as owner may sign in elsewhere. */
  const findPerson = () =>
    db.membership.findFirstOrThrow({
      where: { user: { NOT: { passwordHash: null } } },
      orderBy: { createdAt: 'asc' },
      include: { user: true },
    })
  const change = async (body: object) => {
    const { userId, workspaceId } = await findPerson()
    return studio.call('PUT /api/v1/me', { as: await studio.asUser(userId, workspaceId), body })
  }
  const hashOf = async () => (await findPerson()).user.passwordHash

  it('takes another name', async () => {
    const { status, text } = await change({ name: 'Somebody Else' })
    expect([status, text]).toEqual([200, expect.stringContaining('Somebody Else')])
    expect((await change({ name: ' ' })).status).toBe(400)
  })

  it('takes another password from whoever knows the old one', async () => {
    const before = await hashOf()
    const next = 'another battery staple'
    const wrong = await change({ name: 'First', password: { current: 'guessed it', next } })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('password.current')
    const short = await change({ name: 'First', password: { current: PASSWORD, next: 'short' } })
    expect(short.status).toBe(400)
    expect(await hashOf()).toBe(before)
    const right = await change({ name: 'First', password: { current: PASSWORD, next } })
    expect(right.status).toBe(200)
    expect(await hashOf()).not.toBe(before)
  })

  it('bears only so many guesses', async () => {
    const guess = () =>
      change({ name: 'First', password: { current: 'guessed it', next: 'long enough now' } })
    for (let n = 0; n < 8; n += 1) await guess()
    expect((await guess()).status).toBe(429)
  })
})
