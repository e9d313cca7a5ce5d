import { getBrandKit } from '@/lib/brand/server/brand-kits'
import { toBrandAsset } from '@/lib/brand/to-brand-asset'
import type { CampaignDraft } from '@/lib/campaigns/campaign-draft'
import type { CampaignProof } from '@/lib/campaigns/proof'
import { type AssetFacts, proveCampaign } from '@/lib/campaigns/prove-campaign'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { getCampaignDraft } from './load-draft'

/** The guardrails of a campaign as it is being edited, proved over every combination. */
export async function getProof(
  db: DatabaseSession,
  actor: Actor,
  campaignId: string,
): Promise<CampaignProof> {
  return proveDraft(db, await getCampaignDraft(db, actor.workspaceId, campaignId))
}

/** Loads what the proof of a draft needs, and proves it. */
export async function proveDraft(
  db: DatabaseSession,
  draft: CampaignDraft,
): Promise<CampaignProof> {
  const { workspaceId } = draft
  const { kit, revision } = await getBrandKit(db, workspaceId)
  const named = [
    ...kit.claims.flatMap(({ disclaimer }) => disclaimer.assetIds),
    ...kit.disclaimers.flatMap(({ disclaimer }) => disclaimer.assetIds),
    ...kit.pairs.flatMap(({ first, second }) => [...first.assetIds, ...second.assetIds]),
  ]
  const inSlots = draft.slots.flatMap(({ assets }) => assets.map(({ id }) => id))
  const rows = await db.asset.findMany({
    where: { workspaceId, id: { in: [...new Set([...inSlots, ...named])] } },
  })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const facts = new Map(
    rows.map((row): [string, AssetFacts] => [
      row.id,
      {
        brand: toBrandAsset(row),
        markets: row.markets,
        rightsStartAtMs: row.rightsStartAt?.getTime() ?? null,
        rightsEndAtMs: row.rightsEndAt?.getTime() ?? null,
      },
    ]),
  )
  const nameOf = (id: string) => names.get(id) ?? null
  return proveCampaign(draft, { kit, brandRevision: revision, facts, nameOf })
}
