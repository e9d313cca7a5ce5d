import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { z } from 'zod'
import { getDatabase } from '@/lib/db/client'
import { type Actor, ROLE_PERMISSIONS, type Role } from '@/lib/workspaces/permission'
import { getAuthOptions } from './auth-options'
import { WORKSPACE_COOKIE } from './workspace-cookie'

export interface StudioContext {
  readonly user: { id: string; name: string; email: string }
  readonly workspaces: readonly { id: string; name: string; role: Role; isDemo: boolean }[]
  readonly currentWorkspaceId: string
  readonly actor: Actor
}

const sessionSchema = z.object({ userId: z.string() })

/** The signed-in person's id in a page, or null. */
export async function findSessionUserId(): Promise<string | null> {
  const session = sessionSchema.safeParse(await getServerSession(getAuthOptions()))
  return session.success ? session.data.userId : null
}

/** Who looks at this studio page, in which workspace. Redirects who is not signed in. */
export async function getStudioContext(): Promise<StudioContext> {
  const userId = await findSessionUserId()
  if (!userId) redirect('/sign-in')
  const user = await getDatabase().user.findUnique({
    where: { id: userId },
    include: {
      memberships: { include: { workspace: true }, orderBy: { createdAt: 'asc' }, take: 100 },
    },
  })
  const wanted = (await cookies()).get(WORKSPACE_COOKIE)?.value
  const membership = user?.memberships.find((m) => m.workspaceId === wanted) ?? user?.memberships[0]
  if (!user || !membership) redirect('/sign-up?reason=no-workspace')
  return {
    user: { id: user.id, name: user.name, email: user.email },
    workspaces: user.memberships.map(({ workspace, role }) => ({
      id: workspace.id,
      name: workspace.name,
      role,
      isDemo: workspace.isDemo,
    })),
    currentWorkspaceId: membership.workspaceId,
    actor: {
      kind: 'user',
      id: user.id,
      workspaceId: membership.workspaceId,
      permissions: ROLE_PERMISSIONS[membership.role],
    },
  }
}
