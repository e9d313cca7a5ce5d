import {
  type AssetVersion,
  type AssetVersionList,
  assetVersionContentSchema,
} from '@/lib/assets/asset-version'
import { blobUrl, formatOfContentType } from '@/lib/assets/blob-url'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { getAssetRow } from './get-asset'
import { toVersionRow } from './record-version'
import { findStill } from './to-asset-response'

/** Every version of an asset, the newest first. Throws `not_found`. */
export async function listAssetVersions(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<AssetVersionList> {
  const asset = await getAssetRow(db, actor, assetId)
  const kept = await db.assetVersion.findMany({
    where: { assetId: asset.id },
    orderBy: { version: 'desc' },
  })
  const { createdById, createdAt } = asset
  const rows = kept.length > 0 ? kept : [{ ...toVersionRow(asset), createdById, createdAt }]
  const users = await db.user.findMany({
    where: { id: { in: rows.flatMap((row) => row.createdById ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(users.map(({ id, name }) => [id, name]))
  return {
    items: rows.map((row) => toVersion(row, names.get(row.createdById ?? '') ?? null)),
  }
}

interface VersionRow {
  readonly version: number
  readonly contentSha256: string
  readonly content: unknown
  readonly createdAt: Date
}

function toVersion(row: VersionRow, createdBy: string | null): AssetVersion {
  const content = assetVersionContentSchema.parse(row.content)
  const { text, altText, locale, theme, focalX, focalY } = content
  const still = findStill(content)
  return {
    version: row.version,
    contentSha256: row.contentSha256,
    ...{ text, altText, locale, theme, focalX, focalY, createdBy },
    url: still && blobUrl(still.sha256, formatOfContentType(still.contentType)),
    createdAt: row.createdAt.toISOString(),
  }
}
