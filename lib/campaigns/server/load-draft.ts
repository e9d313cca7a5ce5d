import { findStandings } from '@/lib/approvals/server/find-standing'
import { toDesignFonts } from '@/lib/brand/brand-fonts'
import { getBrandKit } from '@/lib/brand/server/brand-kits'
import type { DatabaseSession } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import { toSnapshotAsset } from '@/lib/assets/snapshot-asset'
import { parseDesign, readProductIds, readTeamTemplateRef } from '@/lib/creatives/template'
import { findSnapshotProducts } from '@/lib/products/server/read-products'
import { findTeamTemplate } from '@/lib/templates/server/read-templates'
import type { Prisma } from '@/prisma/generated/client'
import {
  type CampaignDraft,
  campaignDraftSchema,
  type DraftAsset,
} from '@/lib/campaigns/campaign-draft'

const include = {
  slots: {
    orderBy: { position: 'asc' },
    include: {
      assets: {
        orderBy: { position: 'asc' },
        include: { asset: { include: { renditions: true } } },
      },
    },
  },
  rules: { orderBy: { priority: 'asc' } },
  workspace: {
    include: {
      _count: { select: { profiles: true, sources: true } },
      feeds: { select: { kind: true, lastPushAt: true } },
    },
  },
} satisfies Prisma.CampaignInclude

type CampaignRow = Prisma.CampaignGetPayload<{ include: typeof include }>
type SlotAssetRow = CampaignRow['slots'][number]['assets'][number]

/** The campaign as it is being edited. Throws not_found for a campaign of another workspace. */
export async function getCampaignDraft(
  db: DatabaseSession,
  workspaceId: string,
  campaignId: string,
): Promise<CampaignDraft> {
  const campaign = await db.campaign.findFirst({ where: { id: campaignId, workspaceId }, include })
  if (!campaign) throw notFound('campaign')
  const assets = campaign.slots.flatMap((slot) => slot.assets.map(({ asset }) => asset))
  const standings = await findStandings(db, workspaceId, assets, Date.now())
  const segments = await db.segment.findMany({
    where: { workspaceId, id: { in: campaign.segmentIds }, archivedAt: null },
  })
  const team = readTeamTemplateRef(campaign.design)
  const pilotPlacementIds = readPlacementIds(campaign.pilot)
  const placements = await db.placement.findMany({
    where: { workspaceId, id: { in: pilotPlacementIds }, archivedAt: null },
    orderBy: { createdAt: 'asc' },
  })
  return campaignDraftSchema.parse({
    id: campaign.id,
    workspaceId,
    name: campaign.name,
    status: campaign.status,
    isSimulated: campaign.workspace.isDemo,
    revision: campaign.revision,
    editVersion: campaign.editVersion,
    updatedAt: campaign.updatedAt.toISOString(),
    objectives: campaign.objectives,
    design: parseDesign(campaign.design, {
      team: team && (await findTeamTemplate(db, workspaceId, team)),
      fonts: toDesignFonts((await getBrandKit(db, workspaceId)).kit),
      products: await findSnapshotProducts(db, workspaceId, readProductIds(campaign.design)),
    }),
    slots: campaign.slots.map((slot) => ({
      key: slot.key,
      kind: slot.kind,
      assets: slot.assets.map((row) => toDraftAsset(row, standings)),
    })),
    segments: campaign.segmentIds.flatMap(
      (id) => segments.find((segment) => segment.id === id) ?? [],
    ),
    rules: campaign.rules,
    constraints: campaign.constraints,
    pilot: campaign.pilot,
    placements,
    workspace: {
      profileCount: campaign.workspace._count.profiles,
      sourceCount: campaign.workspace._count.sources,
      feeds: campaign.workspace.feeds.map(({ kind, lastPushAt }) => ({
        kind,
        lastPushAt: lastPushAt?.toISOString() ?? null,
      })),
    },
  })
}

/** What ran out since the job last looked is not approved, whatever its row says. */
function toDraftAsset(
  { asset, pausedAt }: SlotAssetRow,
  standings: Awaited<ReturnType<typeof findStandings>>,
): DraftAsset {
  const limits = standings.get(asset.id) ?? null
  return {
    ...toSnapshotAsset(asset),
    ...limits,
    contentSha256: asset.contentSha256,
    state: asset.state === 'approved' && limits === null ? 'expired' : asset.state,
    isPaused: pausedAt !== null,
  }
}

function readPlacementIds(pilot: Prisma.JsonValue): string[] {
  if (typeof pilot !== 'object' || pilot === null || Array.isArray(pilot)) return []
  const ids = pilot['placementIds']
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}
