import { assetVersionContentSchema } from '@/lib/assets/asset-version'
import type { DatabaseSession } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'

/** The fields of an asset that its versions are made of. */
type VersionedAsset = Pick<
  Asset,
  | 'id'
  | 'version'
  | 'contentSha256'
  | 'kind'
  | 'text'
  | 'altText'
  | 'locale'
  | 'theme'
  | 'focalX'
  | 'focalY'
  | 'blobSha256'
  | 'contentType'
  | 'posterSha256'
  | 'createdById'
  | 'createdAt'
>

/**
 * Keeps the version after a change, and the one before it where it was never kept: an asset that was
 * never changed has no rows. Call inside the change's own transaction.
 */
export async function recordVersion(
  tx: DatabaseSession,
  actor: Actor,
  before: VersionedAsset,
  after: VersionedAsset,
): Promise<void> {
  const { createdById, createdAt } = before
  await tx.assetVersion.createMany({
    data: [
      { ...toVersionRow(before), createdById, createdAt },
      { ...toVersionRow(after), createdById: actor.kind === 'user' ? actor.id : null },
    ],
    skipDuplicates: true,
  })
}

export function toVersionRow(asset: VersionedAsset) {
  const { id, version, contentSha256 } = asset
  return { assetId: id, version, contentSha256, content: assetVersionContentSchema.parse(asset) }
}
