import type { Database, DatabaseSession } from '@/lib/db/client'
import { hashPassword } from '@/lib/auth/password'
import { ProblemError } from '@/lib/http/problem'
import type { SignUp } from '@/lib/workspaces/workspace-api'
import { createWorkspace } from './create-workspace'

/** A person may make an account of their own only on a new installation; later ones are invited. */
export async function isSignUpOpen(db: DatabaseSession): Promise<boolean> {
  return (await db.user.count({ take: 1 })) === 0
}

/** The first account of an installation, as owner of its first workspace. */
export async function createFirstAccount(
  db: Database,
  input: SignUp,
): Promise<{ userId: string; workspaceId: string }> {
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    // Two first visitors at once: only one of them becomes the owner.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('intarsia.first_account'))`
    if (!(await isSignUpOpen(tx))) {
      throw new ProblemError(
        'forbidden',
        'This installation has an owner already. Ask them for an invitation.',
      )
    }
    const user = await tx.user.create({
      data: { email: input.email, name: input.name, passwordHash },
    })
    const workspace = await createWorkspace(tx, user.id, { name: input.workspaceName })
    return { userId: user.id, workspaceId: workspace.id }
  })
}
