import { copyKindSchema, hasFocalPoint, type UpdateAsset } from '@/lib/assets/asset'
import { findAssetChanges } from '@/lib/assets/asset-changes'
import { type AssetVersionContent, assetVersionContentSchema } from '@/lib/assets/asset-version'
import type { Database } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import type { BlobStore } from './blob-store'
import { getAssetRow } from './get-asset'
import { getBlobStore } from './get-blob-store'
import { queueImageWork } from './image-queue'
import type { SettleAssets } from './settle-assets'
import { renderPoster } from './store-poster'
import { saveAssetEdit, updateAsset } from './update-asset'

/**
 * Gives an asset the content of an older version again, as a new version: nothing is lost. Throws
 * what editing throws, and `not_found` for a version that never was.
 */
export async function restoreAssetVersion(
  db: Database,
  actor: Actor,
  assetId: string,
  version: number,
  settle: SettleAssets,
  store: BlobStore = getBlobStore(),
): ReturnType<typeof updateAsset> {
  const asset = await getAssetRow(db, actor, assetId)
  if (version === asset.version) return updateAsset(db, actor, assetId, {}, settle)
  const kept = await db.assetVersion.findUnique({
    where: { assetId_version: { assetId: asset.id, version } },
  })
  if (!kept) throw notFound('version')
  const content = assetVersionContentSchema.parse(kept.content)
  const { posterSha256 } = content
  if (!posterSha256 || posterSha256 === asset.posterSha256) {
    return updateAsset(db, actor, assetId, toUpdate(content), settle)
  }
  const found = findAssetChanges(asset, toUpdate(content))
  const changes = found.kind === 'ok' ? found.changes : {}
  const poster = await queueImageWork(() => renderPoster(store, posterSha256, content))
  return saveAssetEdit(db, actor, asset, { ...changes, posterSha256 }, { settle, poster })
}

/** A picture's or video's file is the same in all its versions: what changes is how it is shown and told. */
function toUpdate(content: AssetVersionContent): UpdateAsset {
  const { kind, text, altText, locale, theme, focalX, focalY } = content
  return {
    ...{ altText, locale },
    ...(copyKindSchema.safeParse(kind).success && text !== null && { text }),
    ...(hasFocalPoint(kind) && { focalX, focalY }),
    ...(theme && { theme }),
  }
}
