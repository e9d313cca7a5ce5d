import { setImmediate } from 'node:timers/promises'
import type { AssetResponse } from '@/lib/assets/asset'
import { getAssetRow } from '@/lib/assets/server/get-asset'
import type { BrandKit } from '@/lib/brand/brand-kit'
import type { BrandImpact, FindingList } from '@/lib/brand/brand-kit-api'
import { type BrandAsset, type BrandContext, checkAsset } from '@/lib/brand/check-asset'
import type { Finding } from '@/lib/brand/finding'
import { measureImpact } from '@/lib/brand/measure-impact'
import { toBrandAsset } from '@/lib/brand/to-brand-asset'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { getBrandKit } from './brand-kits'

const BRAND_FIELDS = {
  ...{ id: true, name: true, kind: true, text: true, locale: true, tags: true },
  ...{ widthPx: true, heightPx: true, dominantColors: true, theme: true },
} as const

/** What an asset breaks of the kit of the moment. Throws `not_found` for another workspace's. */
export async function getAssetFindings(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<FindingList> {
  const row = await getAssetRow(db, actor, assetId)
  const { kit, revision } = await getBrandKit(db, actor.workspaceId)
  return { revision, findings: await checkRow(db, actor, kit, toBrandAsset(row)) }
}

/** Adds to an answer about an asset what the asset breaks. */
export async function withFindings(
  db: DatabaseSession,
  actor: Actor,
  asset: AssetResponse,
): Promise<AssetResponse & { findings: Finding[] }> {
  const { kit } = await getBrandKit(db, actor.workspaceId)
  const { picture, ...rest } = asset
  const brandAsset = toBrandAsset({
    ...rest,
    widthPx: picture?.widthPx ?? null,
    heightPx: picture?.heightPx ?? null,
    dominantColors: picture?.dominantColors ?? [],
  })
  return { ...asset, findings: await checkRow(db, actor, kit, brandAsset) }
}

/** Why the brand kit keeps an asset from being approved; null if it does not. */
export async function findBrandRefusal(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<string | null> {
  const { findings } = await getAssetFindings(db, actor, assetId)
  const [first] = findings.filter(({ severity }) => severity === 'block')
  return first ? `${first.message} ${first.fix} (${first.owner}: ${first.reason})` : null
}

/** How many assets of the library a kit that is not saved yet would flag. */
export async function getBrandImpact(
  db: DatabaseSession,
  actor: Actor,
  kit: BrandKit,
): Promise<BrandImpact> {
  const rows = await db.asset.findMany({
    where: { workspaceId: actor.workspaceId, state: { not: 'archived' } },
    select: BRAND_FIELDS,
    orderBy: { createdAt: 'desc' },
  })
  return measureImpact(
    kit,
    rows.map((row) => ({ ...toBrandAsset(row), name: row.name })),
    setImmediate,
  )
}

async function checkRow(
  db: DatabaseSession,
  { workspaceId }: Actor,
  kit: BrandKit,
  asset: BrandAsset,
): Promise<Finding[]> {
  const named = kit.claims.flatMap(({ disclaimer }) => disclaimer.assetIds)
  const rows =
    named.length === 0
      ? []
      : await db.asset.findMany({
          where: { workspaceId, id: { in: named } },
          select: { id: true, name: true },
        })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const context: BrandContext = { nameOf: (id) => names.get(id) ?? null }
  return checkAsset(kit, asset, context)
}
