import { randomBytes } from 'node:crypto'
import type { DatabaseSession } from '@/lib/db/client'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { writeAuditEntry } from './write-audit-entry'

const SLUG_SUFFIX_BYTES = 3

export async function createWorkspace(
  db: DatabaseSession,
  ownerId: string,
  input: { name: string; isDemo?: boolean },
): Promise<{ id: string; name: string; slug: string; isDemo: boolean }> {
  const stem = input.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  const workspace = await db.workspace.create({
    data: {
      name: input.name,
      slug: `${stem || 'workspace'}-${randomBytes(SLUG_SUFFIX_BYTES).toString('hex')}`,
      isDemo: input.isDemo ?? false,
      memberships: { create: { userId: ownerId, role: 'owner', approverRoles: ['brand'] } },
    },
  })
  const owner = {
    kind: 'user',
    id: ownerId,
    workspaceId: workspace.id,
    permissions: ROLE_PERMISSIONS.owner,
  } as const
  await writeAuditEntry(db, owner, 'workspace.create', workspace.id)
  return workspace
}
