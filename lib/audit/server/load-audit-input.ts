import { DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import type { AssetDetails, AuditInput } from '@/lib/audit/audit-input'
import type { CampaignDraft } from '@/lib/campaigns/campaign-draft'
import { getCampaignDraft } from '@/lib/campaigns/server/load-draft'
import type { DatabaseSession } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

/** What an audit reads, as it is saved now. Throws not_found for a campaign of another workspace. */
export async function loadAuditInput(
  db: DatabaseSession,
  workspaceId: string,
  campaignId: string,
  nowMs: number,
): Promise<AuditInput> {
  const draft = await getCampaignDraft(db, workspaceId, campaignId)
  return { draft, nowMs, kit: DEFAULT_BRAND_KIT, details: await loadDetails(db, draft) }
}

const select = {
  id: true,
  locale: true,
  markets: true,
  tags: true,
  rightsStartAt: true,
  rightsEndAt: true,
  contentSha256: true,
  perceptualHash: true,
  widthPx: true,
  heightPx: true,
  dominantColors: true,
  theme: true,
} satisfies Prisma.AssetSelect

async function loadDetails(
  db: DatabaseSession,
  { workspaceId, slots }: CampaignDraft,
): Promise<AuditInput['details']> {
  const ids = [...new Set(slots.flatMap(({ assets }) => assets.map(({ id }) => id)))]
  const rows = await db.asset.findMany({ where: { workspaceId, id: { in: ids } }, select })
  return new Map(rows.map((row) => [row.id, toDetails(row)]))
}

function toDetails(row: Prisma.AssetGetPayload<{ select: typeof select }>): AssetDetails {
  const { locale, markets, tags, contentSha256, perceptualHash, dominantColors } = row
  return {
    ...{ locale, markets, tags, contentSha256, perceptualHash, dominantColors },
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    rightsStartAtMs: row.rightsStartAt?.getTime() ?? null,
    rightsEndAtMs: row.rightsEndAt?.getTime() ?? null,
    approvalEndsAtMs: null,
    themeColors: readColors(row.theme),
  }
}

function readColors(theme: Prisma.JsonValue): Record<string, string> {
  if (typeof theme !== 'object' || theme === null || Array.isArray(theme)) return {}
  return Object.fromEntries(
    Object.entries(theme).flatMap(([name, value]) =>
      typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? [[name, value]] : [],
    ),
  )
}
