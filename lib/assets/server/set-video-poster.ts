import type { AssetResponse } from '@/lib/assets/asset'
import type { AssetImpact } from '@/lib/assets/asset-impact'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import type { BlobStore } from './blob-store'
import { getAssetRow } from './get-asset'
import { getBlobStore } from './get-blob-store'
import { queueImageWork } from './image-queue'
import type { SettleAssets } from './settle-assets'
import { storePoster } from './store-poster'
import { saveAssetEdit } from './update-asset'

/**
 * Gives a video the picture that is seen until it plays, cut to the video's shape. It is content: a
 * new version, whose approval is undone. Throws `conflict` for what is no video or is archived, and
 * `unprocessable` for a picture that cannot be used.
 */
export async function setVideoPoster(
  db: Database,
  actor: Actor,
  assetId: string,
  bytes: Uint8Array,
  settle: SettleAssets,
  store: BlobStore = getBlobStore(),
): Promise<AssetResponse & { impact: AssetImpact }> {
  const row = await getAssetRow(db, actor, assetId)
  const { widthPx, heightPx } = row
  if (row.kind !== 'video' || !widthPx || !heightPx) {
    throw new ProblemError('conflict', 'Only a video has a poster.')
  }
  const poster = await queueImageWork(() => storePoster(store, bytes, { widthPx, heightPx }, row))
  return saveAssetEdit(db, actor, row, { posterSha256: poster.sha256 }, { settle, poster })
}
