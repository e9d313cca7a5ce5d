import type { AssetResponse } from '@/lib/assets/asset'
import { blobUrl, formatOfContentType } from '@/lib/assets/blob-url'
import { findRightsStatus } from '@/lib/assets/rights'
import { themeSchema } from '@/lib/assets/theme'
import { adSizeSchema } from '@/lib/decision/ad-size'
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
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function toPicture(row: AssetRow): AssetResponse['picture'] {
  const { blobSha256, contentType, widthPx, heightPx, fileSizeBytes } = row
  if (!blobSha256 || !contentType || !widthPx || !heightPx || !fileSizeBytes) return null
  return {
    url: blobUrl(blobSha256, formatOfContentType(contentType)),
    contentType,
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
