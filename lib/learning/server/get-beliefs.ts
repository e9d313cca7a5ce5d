import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Database } from '@/lib/db/client'
import { snapshotSchema } from '@/lib/decision/snapshot'
import { notFound } from '@/lib/http/problem'
import type { Beliefs } from '@/lib/learning/belief-api'
import { parsePosterior } from '@/lib/learning/serialise-posterior'
import { summariseBeliefs } from '@/lib/learning/summarise-beliefs'
import type { Actor } from '@/lib/workspaces/permission'

const unzip = promisify(gunzip)
const SEED = 1

/**
 * What the newest policy of a campaign believes about the elements of its newest revision. Nothing
 * was learnt before the first policy: no slots then. Throws not_found for another workspace's.
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

  const parsed = parsePosterior((await unzip(policy.posterior)).toString('utf8'))
  if (parsed.kind === 'invalid') return { policyVersion: policy.version, reward, slots: [] }
  const beliefs = summariseBeliefs(parsed.posterior, {
    candidates: snapshot.slots.map(({ key, assetIds }) => ({ slot: key, assetIds })),
    cells: [],
    seed: SEED,
  })
  return {
    policyVersion: policy.version,
    reward,
    slots: beliefs.map(({ slot, overall }) => ({ slot, assets: [...overall] })),
  }
}
