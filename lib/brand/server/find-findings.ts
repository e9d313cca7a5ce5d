import { setImmediate } from 'node:timers/promises'
import type { AssetResponse } from '@/lib/assets/asset'
import { getAssetRow } from '@/lib/assets/server/get-asset'
import type { BrandKit } from '@/lib/brand/brand-kit'
import type { BrandImpact, FindingList } from '@/lib/brand/brand-kit-api'
import type { Finding } from '@/lib/brand/finding'
import { measureImpact } from '@/lib/brand/measure-impact'
import { toBrandAsset } from '@/lib/brand/to-brand-asset'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { getBrandKit } from './brand-kits'
import { findFindingsOf } from './find-findings-of'

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
  const { revision } = await getBrandKit(db, actor.workspaceId)
  const findings = await findFindingsOf(db, actor.workspaceId, [row])
  return { revision, findings: findings.get(row.id) ?? [] }
}

/** Adds to an answer about an asset what the asset breaks. */
export async function withFindings(
  db: DatabaseSession,
  actor: Actor,
  asset: AssetResponse,
): Promise<AssetResponse & { findings: Finding[] }> {
  const { picture } = asset
  const checked = {
    ...asset,
    widthPx: picture?.widthPx ?? null,
    heightPx: picture?.heightPx ?? null,
    dominantColors: picture?.dominantColors ?? [],
  }
  const findings = await findFindingsOf(db, actor.workspaceId, [checked])
  return { ...asset, findings: findings.get(asset.id) ?? [] }
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
