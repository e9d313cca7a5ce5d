import { copyKindSchema, isPictureKind, type UpdateAsset } from '@/lib/assets/asset'
import { type AssetVersionContent, assetVersionContentSchema } from '@/lib/assets/asset-version'
import type { Database } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { getAssetRow } from './get-asset'
import type { SettleAssets } from './settle-assets'
import { updateAsset } from './update-asset'

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
): ReturnType<typeof updateAsset> {
  const asset = await getAssetRow(db, actor, assetId)
  if (version === asset.version) return updateAsset(db, actor, assetId, {}, settle)
  const kept = await db.assetVersion.findUnique({
    where: { assetId_version: { assetId: asset.id, version } },
  })
  if (!kept) throw notFound('version')
  const content = assetVersionContentSchema.parse(kept.content)
  return updateAsset(db, actor, assetId, toUpdate(content), settle)
}

/** A picture's file is the same in all its versions: what changes is how it is cropped and told. */
function toUpdate(content: AssetVersionContent): UpdateAsset {
  const { kind, text, altText, locale, theme, focalX, focalY } = content
  return {
    ...{ altText, locale },
    ...(copyKindSchema.safeParse(kind).success && text !== null && { text }),
    ...(isPictureKind(kind) && { focalX, focalY }),
    ...(theme && { theme }),
  }
}
