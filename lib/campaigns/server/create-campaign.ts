import { pickBrandColors } from '@/lib/brand/pick-brand-colors'
import { getBrandKit } from '@/lib/brand/server/brand-kits'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import { getCampaign } from './get-campaign'

/** A new campaign, in the colours of the brand where its kit has some. */
export async function createCampaign(
  db: Database,
  actor: Actor,
  name: string,
): Promise<CampaignDetail> {
  const { id } = await db.$transaction(async (tx) => {
    const { palette } = (await getBrandKit(tx, actor.workspaceId)).kit
    const campaign = await tx.campaign.create({
      data: {
        workspaceId: actor.workspaceId,
        name,
        design: { ...DEFAULT_DESIGN, ...(palette && pickBrandColors(palette)) },
        createdById: actor.kind === 'user' ? actor.id : null,
      },
    })
    await writeAuditEntry(tx, actor, 'campaign.create', campaign.id)
    return campaign
  })
  return getCampaign(db, actor, id)
}
