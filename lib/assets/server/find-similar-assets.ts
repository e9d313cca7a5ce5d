import type { SimilarAsset } from '@/lib/assets/asset'
import { blobUrl, formatOfContentType } from '@/lib/assets/blob-url'
import { NEAR_DUPLICATE_MAX_BITS } from '@/lib/assets/near-duplicate'
import type { DatabaseSession } from '@/lib/db/client'

const MOST_SHOWN = 3

interface SimilarRow {
  readonly id: string
  readonly name: string
  readonly kind: SimilarAsset['kind']
  readonly state: SimilarAsset['state']
  readonly blob: string
  readonly contentType: string
  readonly differingBits: number
}

/** The workspace's pictures that look nearly like this one, the most alike first; itself left out. */
export async function findSimilarAssets(
  db: DatabaseSession,
  workspaceId: string,
  perceptualHash: bigint | null,
  exceptId: string,
): Promise<SimilarAsset[]> {
  if (perceptualHash === null) return []
  const rows = await db.$queryRaw<SimilarRow[]>`
    SELECT id, name, kind, state, COALESCE(poster_sha256, blob_sha256) AS blob,
      CASE WHEN poster_sha256 IS NULL THEN content_type ELSE 'image/webp' END AS "contentType",
      bit_count((perceptual_hash # ${perceptualHash})::bit(64))::int AS "differingBits"
    FROM asset
    WHERE workspace_id = ${workspaceId} AND id <> ${exceptId} AND state <> 'archived'
      AND perceptual_hash IS NOT NULL AND blob_sha256 IS NOT NULL
      AND bit_count((perceptual_hash # ${perceptualHash})::bit(64)) <= ${NEAR_DUPLICATE_MAX_BITS}
    ORDER BY "differingBits", created_at, id
    LIMIT ${MOST_SHOWN}`
  return rows.map(({ blob, contentType, ...rest }) => ({
    ...rest,
    url: blobUrl(blob, formatOfContentType(contentType)),
  }))
}
