import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { pageQuerySchema, toPage } from '@/lib/http/page'
import type { Actor } from '@/lib/workspaces/permission'
import { type CampaignSummary } from '@/lib/campaigns/campaign-api'
import { campaignStatusSchema } from '@/lib/campaigns/campaign-draft'
import { objectivesSchema } from '@/lib/campaigns/objectives'

export const listCampaignsQuerySchema = pageQuerySchema.extend({
  status: campaignStatusSchema.optional(),
  search: z.string().trim().max(120).optional(),
})
export type ListCampaignsQuery = z.infer<typeof listCampaignsQuerySchema>

/** Campaigns of the workspace, the most recently changed first. */
export async function listCampaigns(
  db: Database,
  actor: Actor,
  query: ListCampaignsQuery,
): Promise<{ items: CampaignSummary[]; nextCursor: string | null }> {
  const rows = await db.campaign.findMany({
    where: {
      workspaceId: actor.workspaceId,
      ...(query.status ? { status: query.status } : {}),
      ...(query.search ? { name: { contains: query.search, mode: 'insensitive' } } : {}),
    },
    include: { workspace: { select: { isDemo: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: query.limit + 1,
    ...(query.cursor ? { cursor: { id: query.cursor }, skip: 1 } : {}),
  })
  const { items, nextCursor } = toPage(rows, query.limit)
  return {
    items: items.map((row) => {
      const objectives = objectivesSchema.safeParse(row.objectives).data
      return {
        id: row.id,
        name: row.name,
        status: row.status,
        isSimulated: row.workspace.isDemo,
        revision: row.revision,
        updatedAt: row.updatedAt.toISOString(),
        flight: objectives
          ? {
              startsAt: objectives.flightStartsAt,
              endsAt: objectives.flightEndsAt,
              timeZone: objectives.timeZone,
            }
          : null,
      }
    }),
    nextCursor,
  }
}
