import type { Database } from '@/lib/db/client'
import { snapshotSchema } from '@/lib/decision/snapshot'
import { notFound } from '@/lib/http/problem'
import type { Beliefs } from '@/lib/learning/belief-api'
import { summariseBeliefs } from '@/lib/learning/summarise-beliefs'
import type { Actor } from '@/lib/workspaces/permission'
import { readPosterior } from './find-posterior'
import { readRecentAds } from './read-recent-ads'

const SEED = 1
const DRAWS = 200

/**
 * What the newest policy of a campaign believes about the elements of its newest revision, averaged
 * over the contexts and the other elements that were shown of late. Nothing was learnt before the first policy: no
 * slots then. Throws not_found for another workspace's.
 */
export async function getBeliefs(db: Database, actor: Actor, campaignId: string): Promise<Beliefs> {
  const campaign = await db.campaign.findFirst({
    where: { id: campaignId, workspaceId: actor.workspaceId },
    select: {
      snapshots: { orderBy: { revision: 'desc' }, take: 1 },
      policies: { orderBy: { version: 'desc' }, take: 1 },
    },
  })
  if (!campaign) throw notFound('campaign')
  const snapshot = snapshotSchema.safeParse(campaign.snapshots[0]?.document).data
  const reward = snapshot?.learning.reward ?? 'click'
  const [policy] = campaign.policies
  if (!snapshot || !policy) return { policyVersion: 0, reward, slots: [] }

  const [posterior, { cells, shown }] = await Promise.all([
    readPosterior(policy.learningState ?? policy.posterior),
    readRecentAds(db, actor.workspaceId, campaignId),
  ])
  const beliefs = summariseBeliefs(posterior, {
    candidates: snapshot.slots.map(({ key, assetIds }) => ({
      slot: key,
      assetIds,
      weights: assetIds.map((assetId) => shown.get(`${key} ${assetId}`) ?? 0),
    })),
    cells,
    seed: SEED,
    draws: DRAWS,
  })
  return {
    policyVersion: policy.version,
    reward,
    slots: beliefs.map(({ slot, overall }) => ({ slot, assets: [...overall] })),
  }
}
