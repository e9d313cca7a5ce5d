import type { AssetResponse } from '@/lib/assets/asset'
import { blobUrl, formatOfContentType } from '@/lib/assets/blob-url'
import { findRightsStatus } from '@/lib/assets/rights'
import { themeSchema } from '@/lib/assets/theme'
import { adSizeSchema } from '@/lib/decision/ad-size'
import type { AssetKind } from '@/lib/decision/snapshot'
import type { Asset, AssetRendition, Prisma } from '@/prisma/generated/client'

export type AssetRow = Asset & { renditions: AssetRendition[] }

export const withRenditions = {
  renditions: { orderBy: [{ size: 'asc' }, { format: 'asc' }, { density: 'asc' }] },
} satisfies Prisma.AssetInclude

/** The cuts that lists show. */
export const withSmallRenditions = {
  renditions: {
    where: { size: { in: ['300x250', '970x250'] }, density: 1 },
    orderBy: withRenditions.renditions.orderBy,
  },
} satisfies Prisma.AssetInclude

export function toAssetResponse(row: AssetRow): AssetResponse {
  const { id, kind, state, name, text, altText, locale, tags, markets, source, notes } = row
  const { version, contentSha256 } = row
  return {
    ...{ id, kind, state, name, text, altText, locale, tags, markets, source, notes },
    ...{ version, contentSha256 },
    rightsStartAt: row.rightsStartAt?.toISOString() ?? null,
    rightsEndAt: row.rightsEndAt?.toISOString() ?? null,
    rights: findRightsStatus(row, new Date()),
    theme: themeSchema.nullable().catch(null).parse(row.theme),
    picture: toPicture(row),
    video: toVideo(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function toVideo(row: AssetRow): AssetResponse['video'] {
  const { kind, blobSha256, contentType, durationMs, fileSizeBytes, posterSha256 } = row
  if (kind !== 'video' || !blobSha256 || !contentType || !durationMs || !fileSizeBytes) return null
  const url = blobUrl(blobSha256, formatOfContentType(contentType))
  return { url, contentType, durationMs, fileSizeBytes, hasPoster: posterSha256 !== null }
}

/** Of a video: its poster. Posters are stored as all pictures are, as WebP. */
export function findStill(row: {
  readonly kind: AssetKind
  readonly blobSha256: string | null
  readonly contentType: string | null
  readonly posterSha256: string | null
}): { sha256: string; contentType: string } | null {
  const { kind, blobSha256, contentType, posterSha256 } = row
  if (kind === 'video')
    return posterSha256 ? { sha256: posterSha256, contentType: 'image/webp' } : null
  return blobSha256 && contentType ? { sha256: blobSha256, contentType } : null
}

function toPicture(row: AssetRow): AssetResponse['picture'] {
  const { widthPx, heightPx, fileSizeBytes } = row
  const still = findStill(row)
  if (!still || !widthPx || !heightPx || !fileSizeBytes) return null
  return {
    url: blobUrl(still.sha256, formatOfContentType(still.contentType)),
    contentType: still.contentType,
    widthPx,
    heightPx,
    fileSizeBytes,
    focalX: row.focalX,
    focalY: row.focalY,
    blurDataUrl: row.blurDataUrl,
    dominantColors: row.dominantColors,
    renditions: row.renditions.map((rendition) => ({
      size: adSizeSchema.parse(rendition.size),
      format: rendition.format,
      density: rendition.density,
      url: blobUrl(rendition.sha256, rendition.format),
      widthPx: rendition.widthPx,
      heightPx: rendition.heightPx,
      fileSizeBytes: rendition.fileSizeBytes,
    })),
  }
}
