import { similarAssetSchema } from '@/lib/assets/asset'
import { blobUrl, formatOfContentType } from '@/lib/assets/blob-url'
import { findFindingsOf } from '@/lib/brand/server/find-findings-of'
import { sheetPreviewSchema } from '@/lib/uploads/copy-sheet'
import type { UploadFile } from '@/lib/uploads/upload'
import type { DatabaseSession } from '@/lib/db/client'
import type { UploadFile as UploadFileRow } from '@/prisma/generated/client'

const THUMBNAIL = { size: '300x250', format: 'webp', density: 1 } as const

function toVideo(asset: {
  readonly kind: string
  readonly blobSha256: string | null
  readonly contentType: string | null
  readonly posterSha256: string | null
}): { url: string; hasPoster: boolean } | null {
  const { kind, blobSha256, contentType, posterSha256 } = asset
  if (kind !== 'video' || !blobSha256 || !contentType) return null
  return {
    url: blobUrl(blobSha256, formatOfContentType(contentType)),
    hasPoster: posterSha256 !== null,
  }
}

/** Files as the API answers them, with the assets they became. */
export async function toUploadFiles(
  db: DatabaseSession,
  workspaceId: string,
  rows: readonly UploadFileRow[],
): Promise<UploadFile[]> {
  const ids = rows.flatMap(({ assetId }) => (assetId ? [assetId] : []))
  const assets = await db.asset.findMany({
    where: { workspaceId, id: { in: ids } },
    select: {
      ...{ id: true, name: true, kind: true, state: true, text: true, locale: true, tags: true },
      ...{ widthPx: true, heightPx: true, dominantColors: true, theme: true },
      ...{ blobSha256: true, contentType: true, posterSha256: true },
      renditions: { where: THUMBNAIL, select: { sha256: true } },
    },
  })
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const findings = await findFindingsOf(db, workspaceId, assets)
  return rows.map((row) => {
    const asset = row.assetId ? byId.get(row.assetId) : undefined
    const thumbnail = asset?.renditions[0]?.sha256
    return {
      ...{ id: row.id, parentId: row.parentId, fileName: row.fileName, kind: row.kind },
      ...{ fileSizeBytes: row.fileSizeBytes, state: row.state, message: row.message },
      ...{ canRetry: row.canRetry, notes: row.notes },
      lastModifiedMs: Number(row.lastModifiedMs),
      similar: similarAssetSchema.array().catch([]).parse(row.similar),
      sheet: sheetPreviewSchema.nullable().catch(null).parse(row.sheet),
      asset: asset
        ? {
            ...{ id: asset.id, name: asset.name, kind: asset.kind },
            isArchived: asset.state === 'archived',
            thumbnailUrl: thumbnail ? blobUrl(thumbnail, 'webp') : null,
            video: toVideo(asset),
            findings: findings.get(asset.id) ?? [],
          }
        : null,
    }
  })
}
