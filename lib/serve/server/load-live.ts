import { adSizeSchema } from '@/lib/decision/ad-size'
import { type Snapshot, snapshotSchema } from '@/lib/decision/snapshot'
import type { Database } from '@/lib/db/client'
import { createFeedIndex, type FeedIndex } from '@/lib/serve/feed-fields'
import type { LivePlacement } from './live-campaign'

/** Placements that are in use. Serving has no tenant of its own: it reads all of them. */
export async function listPlacements(
  db: Database,
  where: { id?: string; campaignId?: string },
): Promise<LivePlacement[]> {
  const rows = await db.placement.findMany({ where: { ...where, archivedAt: null } })
  return rows.flatMap(({ id, workspaceId, size, pageCategory, campaignId }) => {
    const known = adSizeSchema.safeParse(size)
    return known.success ? [{ id, workspaceId, size: known.data, pageCategory, campaignId }] : []
  })
}

/** Live campaigns with the revision that has to serve. */
export function listCampaignVersions(
  db: Database,
  where: { id?: string },
): Promise<{ id: string; workspaceId: string; revision: number }[]> {
  return db.campaign.findMany({
    where: { ...where, status: 'live', revision: { gt: 0 } },
    select: { id: true, workspaceId: true, revision: true },
  })
}

/** Null when there is none or it can't be read. */
export async function loadSnapshot(
  db: Database,
  campaignId: string,
  revision: number,
): Promise<Snapshot | null> {
  const row = await db.campaignSnapshot.findUnique({
    where: { campaignId_revision: { campaignId, revision } },
  })
  return snapshotSchema.safeParse(row?.document).data ?? null
}

/** All weather of a workspace, and those products and promotions that `fieldNames` mention. */
export async function loadFeedIndex(
  db: Database,
  workspaceId: string,
  fieldNames: readonly string[],
): Promise<FeedIndex> {
  const keys = new Set(fieldNames.flatMap(listEntryKeys))
  const feeds = await db.feed.findMany({
    where: { workspaceId },
    select: {
      kind: true,
      version: true,
      values: { where: { OR: [{ feed: { kind: 'weather' } }, { key: { in: [...keys] } }] } },
    },
  })
  const entries = feeds.flatMap(({ kind, values }) =>
    values.map(({ key, value, expiresAt }) => ({
      kind,
      key,
      value,
      expiresAtMs: expiresAt?.getTime() ?? null,
    })),
  )
  const version = feeds.reduce((sum, feed) => sum + feed.version, 0)
  return createFeedIndex(entries, version)
}

/** `stock.a.quantity` may be a product `a.quantity` or the quantity of product `a`. */
function listEntryKeys(fieldName: string): string[] {
  const rest = fieldName.slice(fieldName.indexOf('.') + 1)
  const dot = rest.lastIndexOf('.')
  return dot < 0 ? [rest] : [rest, rest.slice(0, dot)]
}
