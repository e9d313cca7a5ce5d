import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { Me } from '@/lib/workspaces/workspace-api'

export async function getMe(db: Database, userId: string): Promise<Me> {
  const user = await db.user.findUnique({
    where: { id: userId },
    include: {
      memberships: { include: { workspace: true }, orderBy: { createdAt: 'asc' }, take: 100 },
    },
  })
  if (!user) throw new ProblemError('unauthenticated', 'This account no longer exists.')
  return {
    user: { id: user.id, name: user.name, email: user.email },
    workspaces: user.memberships.map(({ workspace: { id, name, slug, isDemo }, role }) => ({
      id,
      name,
      slug,
      isDemo,
      role,
    })),
  }
}
