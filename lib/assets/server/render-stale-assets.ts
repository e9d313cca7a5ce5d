import type { RenditionProgress } from '@/lib/assets/asset'
import { isPictureKind, pictureKindSchema } from '@/lib/assets/asset'
import {
  LATER_FORMATS,
  PROMPT_RECIPE,
  promptFormats,
  RENDITION_RECIPE,
} from '@/lib/assets/rendition-recipe'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { logger } from '@/lib/http/logger'
import type { Asset, AssetRendition, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import type { BlobStore } from './blob-store'
import { getBlobStore } from './get-blob-store'
import { queueImageWork } from './image-queue'
import { readMasterPixels } from './read-master-pixels'
import { renderRenditions } from './render-renditions'
import { storeRenditions } from './store-renditions'

type StaleAsset = Asset & { renditions: AssetRendition[] }
type RenditionRow = Omit<AssetRendition, 'assetId'>

/** Videos are shown by their posters. */
const DRAWN_KINDS = [...pictureKindSchema.options, 'video'] as const
const BATCH = 20

function staleWhere(): Prisma.AssetWhereInput {
  return {
    kind: { in: [...DRAWN_KINDS] },
    state: { not: 'archived' },
    OR: [
      { kind: { not: 'video' }, blobSha256: { not: null } },
      { kind: 'video', posterSha256: { not: null } },
    ],
    AND: [{ OR: [{ renditionRecipe: null }, { renditionRecipe: { not: RENDITION_RECIPE } }] }],
  }
}

/**
 * Renders what lacks renditions of today's sizes and formats, the newest first, for about as long
 * as it is given; answers how many assets are done. Safe to repeat and to run twice at once: rows
 * are replaced in one transaction, and only if the picture is still the one that was rendered.
 */
export async function renderStaleAssets(
  db: Database,
  forMs: number,
  store: BlobStore = getBlobStore(),
): Promise<number> {
  const until = performance.now() + forMs
  const failed = new Set<string>()
  let done = 0
  while (performance.now() < until) {
    const assets = await db.asset.findMany({
      where: { ...staleWhere(), id: { notIn: [...failed] } },
      include: { renditions: true },
      orderBy: { createdAt: 'desc' },
      take: BATCH,
    })
    if (assets.length === 0) break
    for (const asset of assets) {
      if (performance.now() >= until) break
      try {
        await renderAsset(db, store, asset)
        done += 1
      } catch (error) {
        // One lost picture must not keep all others waiting.
        failed.add(asset.id)
        const failure = error instanceof Error ? error.message : 'unknown'
        logger.error({ assetId: asset.id, failure }, 'renditions could not be made')
      }
    }
  }
  return done
}

/** How many of the workspace's pictures have all their renditions. */
export async function getRenditionProgress(
  db: DatabaseSession,
  actor: Actor,
): Promise<RenditionProgress> {
  const { workspaceId } = actor
  const [total, waiting] = await Promise.all([
    db.asset.count({
      where: { workspaceId, kind: { in: [...DRAWN_KINDS] }, state: { not: 'archived' } },
    }),
    db.asset.count({ where: { workspaceId, ...staleWhere() } }),
  ])
  return { total, waiting }
}

async function renderAsset(db: Database, store: BlobStore, asset: StaleAsset): Promise<void> {
  const blob = asset.posterSha256 ?? asset.blobSha256
  if (!blob) return
  const kind = isPictureKind(asset.kind) ? asset.kind : 'image'
  const isFormatMissing = asset.renditionRecipe === PROMPT_RECIPE
  const kept = isFormatMissing ? asset.renditions : []
  const rows = await queueImageWork(async () => {
    const pixels = await readMasterPixels(store, blob)
    const formats = isFormatMissing ? LATER_FORMATS : [...promptFormats(kind), ...LATER_FORMATS]
    return storeRenditions(store, await renderRenditions(pixels, kind, asset, formats))
  })
  const wanted = leaveOutUseless([...kept.map(withoutAsset), ...rows])
  await replaceRenditions(db, asset, wanted)
}

/** A later format is there to save bytes: where it does not, it would only make snapshots larger. */
function leaveOutUseless(rows: readonly RenditionRow[]): RenditionRow[] {
  const bytesOf = (row: RenditionRow, format: string) =>
    rows.find(
      (other) =>
        other.size === row.size && other.density === row.density && other.format === format,
    )?.fileSizeBytes ?? Infinity
  const later: readonly string[] = LATER_FORMATS
  return rows.filter(
    (row) => !later.includes(row.format) || row.fileSizeBytes < bytesOf(row, 'webp'),
  )
}

function withoutAsset({ assetId: _, ...row }: AssetRendition): RenditionRow {
  return row
}

async function replaceRenditions(
  db: Database,
  asset: StaleAsset,
  rows: readonly RenditionRow[],
): Promise<void> {
  await db.$transaction(async (tx) => {
    // Not through Prisma, which would call it an edit: whoever is editing it must not be told of one.
    const count = await tx.$executeRaw`
      UPDATE asset SET rendition_recipe = ${RENDITION_RECIPE}
      WHERE id = ${asset.id} AND kind = ${asset.kind}::asset_kind
        AND focal_x = ${asset.focalX} AND focal_y = ${asset.focalY}
        AND blob_sha256 IS NOT DISTINCT FROM ${asset.blobSha256}
        AND poster_sha256 IS NOT DISTINCT FROM ${asset.posterSha256}`
    if (count === 0) return
    await tx.assetRendition.deleteMany({ where: { assetId: asset.id } })
    await tx.assetRendition.createMany({
      data: rows.map((row) => ({ ...row, assetId: asset.id })),
    })
  })
}
