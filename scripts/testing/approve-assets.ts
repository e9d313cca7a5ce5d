import { changeAssetStateSchema } from '@/lib/assets/asset'
import type { Database } from '@/lib/db/client'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'

/** Takes assets of one workspace through review as nobody in particular: nobody may approve their own. */
export async function approveAssets(db: Database, assetIds: readonly string[]): Promise<void> {
  // They read the environment, which tests set first.
  const { changeAssetState } = await import('@/lib/assets/server/change-asset-state')
  const { settleLiveAssets } = await import('@/lib/campaigns/server/settle-live-assets')
  const { workspaceId } = await db.asset.findFirstOrThrow({ where: { id: { in: [...assetIds] } } })
  const permissions = ROLE_PERMISSIONS.owner
  const actor = { kind: 'system', id: 'test', workspaceId, permissions } as const
  for (const action of ['submit', 'approve']) {
    const input = changeAssetStateSchema.parse({ action, assetIds })
    const { refused } = await changeAssetState(db, actor, input, settleLiveAssets)
    if (refused[0]) throw new Error(`An asset could not be changed: ${refused[0].reason}`)
  }
}
