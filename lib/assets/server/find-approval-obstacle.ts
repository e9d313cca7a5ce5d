import { findBrandRefusal } from '@/lib/brand/server/find-findings'
import type { DatabaseSession } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'

/**
 * Why nobody may approve this asset as it is, whatever their role; null when nothing is in the way.
 * The one place for checks of the asset itself (rights, findings that block).
 */
export async function findApprovalObstacle(
  db: DatabaseSession,
  actor: Actor,
  asset: Asset,
  now: Date,
): Promise<string | null> {
  if (asset.rightsEndAt && asset.rightsEndAt <= now) {
    return 'Its usage rights have ended: renew them before it is approved.'
  }
  if (asset.kind === 'video' && !asset.posterSha256) {
    return 'It has no poster: choose the picture that is seen until it plays.'
  }
  return findBrandRefusal(db, actor, asset.id)
}
