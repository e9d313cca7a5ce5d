import { hashPassword, isPasswordRight } from '@/lib/auth/password'
import { countSignInFailure, isSignInAllowed } from '@/lib/auth/sign-in-limiter'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { Me, UpdateMe } from '@/lib/workspaces/workspace-api'
import { getMe } from './get-me'

/** Where wrong guesses of an account's own password are counted, beside those of its sign-in. */
const GUESSED_FROM = 'account page'

/**
 * Changes a person's own name and, with the old one, their password.
 * @throws ProblemError invalid_request for a wrong old password, rate_limited after too many of them.
 */
export async function updateMe(db: Database, userId: string, input: UpdateMe): Promise<Me> {
  const user = await db.user.findUnique({ where: { id: userId } })
  if (!user) throw new ProblemError('unauthenticated', 'This account no longer exists.')
  const { name, password } = input
  if (password) await assertPassword(user, password.current)
  await db.user.update({
    where: { id: userId },
    data: { name, ...(password ? { passwordHash: await hashPassword(password.next) } : {}) },
  })
  return getMe(db, userId)
}

async function assertPassword(
  { email, passwordHash }: { email: string; passwordHash: string | null },
  password: string,
): Promise<void> {
  if (passwordHash === null) {
    throw new ProblemError('conflict', 'This account signs in elsewhere and has no password here.')
  }
  if (!(await isSignInAllowed(email, GUESSED_FROM))) {
    throw new ProblemError('rate_limited', 'Too many wrong passwords. Try again in 15 minutes.')
  }
  if (await isPasswordRight(passwordHash, password)) return
  await countSignInFailure(email, GUESSED_FROM)
  throw new ProblemError('invalid_request', 'The password was not changed.', [
    { path: 'password.current', message: 'This is not your password of now' },
  ])
}
