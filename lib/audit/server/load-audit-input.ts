import { getBrandKit } from '@/lib/brand/server/brand-kits'
import { toBrandAsset } from '@/lib/brand/to-brand-asset'
import type { AssetDetails, AuditInput } from '@/lib/audit/audit-input'
import type { CampaignDraft } from '@/lib/campaigns/campaign-draft'
import { proveDraft } from '@/lib/campaigns/server/get-proof'
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
  const { kit } = await getBrandKit(db, workspaceId)
  const { guardrails } = await proveDraft(db, draft)
  return {
    ...{ draft, nowMs, kit },
    details: await loadDetails(db, draft),
    broken: guardrails.filter(({ state }) => state !== 'holds'),
  }
}

const select = {
  id: true,
  kind: true,
  text: true,
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
  const ends = new Map(
    slots.flatMap(({ assets }) =>
      assets.map(({ id, endedBy, servableUntilMs }): [string, number | null] => [
        id,
        endedBy === 'approval' ? (servableUntilMs ?? null) : null,
      ]),
    ),
  )
  return new Map(rows.map((row) => [row.id, toDetails(row, ends.get(row.id) ?? null)]))
}

function toDetails(
  row: Prisma.AssetGetPayload<{ select: typeof select }>,
  approvalEndsAtMs: number | null,
): AssetDetails {
  const { locale, markets, tags, contentSha256, perceptualHash, dominantColors } = row
  return {
    ...{ locale, markets, tags, contentSha256, perceptualHash, dominantColors },
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    rightsStartAtMs: row.rightsStartAt?.getTime() ?? null,
    rightsEndAtMs: row.rightsEndAt?.getTime() ?? null,
    approvalEndsAtMs,
    themeColors: toBrandAsset(row).themeColors,
  }
}
