import type { Database } from '@/lib/db/client'
import { type Snapshot, snapshotSchema } from '@/lib/decision/snapshot'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Beliefs, BeliefsQuery } from '@/lib/learning/belief-api'
import { checkFatigue } from '@/lib/learning/check-fatigue'
import { composeBeliefs } from '@/lib/learning/compose-beliefs'
import type { Actor } from '@/lib/workspaces/permission'
import { prepareBelief } from './belief-memory'
import { compileRecentTables } from './compile-recent-tables'
import { readElementDays } from './read-element-days'
import { readRecentAds } from './read-recent-ads'

/**
 * What the newest policy of a campaign believes about the elements of its newest revision, averaged
 * over the contexts and the other elements that were shown of late. Nothing was learnt before the
 * first policy: no slots then. Throws not_found for another workspace's, unprocessable where the
 * stored policy can't be read.
 */
export async function getBeliefs(
  db: Database,
  actor: Actor,
  campaignId: string,
  { splitBy }: BeliefsQuery = {},
): Promise<Beliefs> {
  const campaign = await db.campaign.findFirst({
    where: { id: campaignId, workspaceId: actor.workspaceId },
    select: {
      snapshots: { orderBy: { revision: 'desc' }, take: 1 },
      policies: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
    },
  })
  if (!campaign) throw notFound('campaign')
  const snapshot = snapshotSchema.safeParse(campaign.snapshots[0]?.document).data
  const [policy] = campaign.policies
  if (!snapshot || !policy) return composeNothing(snapshot)

  const { version } = policy
  const belief = await prepareBelief(snapshot, version, () => readStored(db, campaignId, version))
  if (belief.kind === 'invalid') throw unreadable(version, belief.issues)
  const [recent, elements] = await Promise.all([
    readRecentAds(db, actor.workspaceId, campaignId),
    readElementDays(db, campaignId, snapshot.learning.reward),
  ])
  const candidates = snapshot.slots.map(({ key, assetIds }) => ({
    slot: key,
    assetIds,
    weights: assetIds.map(() => 1),
  }))
  const tables = await compileRecentTables(belief.policy, candidates, recent.cells, splitBy)
  const fatigue = checkFatigue(elements.days)
  return composeBeliefs(snapshot, belief, {
    version,
    splitBy,
    cells: recent.cells,
    shown: recent.shown,
    tables,
    impressions: elements.impressions,
    fatigue,
  })
}

/** With what is known of weights together, where it is still kept. */
async function readStored(db: Database, campaignId: string, version: number): Promise<Uint8Array> {
  const { learningState, posterior } = await db.policy.findUniqueOrThrow({
    where: { campaignId_version: { campaignId, version } },
  })
  return learningState ?? posterior
}

function unreadable(version: number, issues: readonly string[]): ProblemError {
  return new ProblemError(
    'unprocessable',
    `What was learnt up to policy version ${version} is stored in a form that can’t be read, so there is nothing to show. Ads go on with the last version that could be read, or with even chances. Whoever runs this Intarsia can restore the version from a backup, or delete it to learn on from the one before.`,
    issues.map((message) => ({ path: `policy.${version}`, message })),
  )
}

function composeNothing(snapshot: Snapshot | undefined): Beliefs {
  return {
    policyVersion: 0,
    reward: snapshot?.learning.reward ?? 'click',
    learntFrom: { impressions: 0, successes: 0 },
    features: snapshot?.learning.features ?? [],
    slots: [],
    exploringAds: null,
    typicalEffects: null,
    pairs: [],
    laggards: [],
    fatigue: null,
    isApproximate: false,
  }
}
