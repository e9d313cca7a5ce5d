import type { Database } from '@/lib/db/client'
import { type Actor, ROLE_PERMISSIONS } from '@/lib/workspaces/permission'

/** A new workspace with someone who may do everything in it. */
export async function createTestWorkspace(db: Database): Promise<Actor> {
  const slug = `test-${crypto.randomUUID()}`
  const { id } = await db.workspace.create({ data: { name: slug, slug } })
  return { kind: 'system', id: 'test', workspaceId: id, permissions: ROLE_PERMISSIONS.owner }
}
