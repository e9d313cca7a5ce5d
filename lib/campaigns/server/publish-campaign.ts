import type { Database, DatabaseSession } from '@/lib/db/client'
import { notifyChange } from '@/lib/db/change-channel'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { checkFlight } from '@/lib/campaigns/check-draft'
import { compileSnapshot } from '@/lib/campaigns/compile-snapshot'
import type { Published } from '@/lib/campaigns/campaign-api'
import { describeBroken, listWarning } from '@/lib/campaigns/proof'
import { listProofIssues } from '@/lib/campaigns/proof-issues'
import { hrefOfIssue } from '@/lib/campaigns/step'
import { proveDraft } from './get-proof'
import { hashSnapshot } from './hash-snapshot'
import { getCampaignDraft } from './load-draft'

/**
 * Compiles the draft into the next immutable revision, points its placements at it and tells every
 * serving process. Throws `unprocessable` with one issue (path = link to the field) for each thing
 * to mend, a guardrail that a reachable combination breaks among them; guardrails that only warn
 * come back with the revision. Publishing unchanged content answers the newest revision again.
 */
export async function publishCampaign(
  db: Database,
  actor: Actor,
  campaignId: string,
): Promise<Published> {
  return db.$transaction(async (tx) => {
    await lockCampaign(tx, actor.workspaceId, campaignId)
    const draft = await getCampaignDraft(tx, actor.workspaceId, campaignId)
    if (draft.status === 'ended')
      throw new ProblemError('conflict', 'The campaign has ended and can’t be published again.')
    const revision = draft.revision + 1
    const compiled = compileSnapshot(draft, revision)
    const proof = await proveDraft(tx, draft)
    const issues = [
      ...checkFlight(draft, Date.now()),
      ...(compiled.kind === 'invalid' ? compiled.issues : listProofIssues(proof)),
    ]
    if (compiled.kind === 'invalid' || issues.length > 0) {
      throw new ProblemError(
        'unprocessable',
        issues.length === 1
          ? 'One thing has to be mended before publishing.'
          : `${issues.length} things have to be mended before publishing.`,
        issues.map((issue) => ({
          path: hrefOfIssue(campaignId, issue),
          message: issue.message,
        })),
      )
    }
    const contentHash = hashSnapshot(compiled.snapshot)
    const warnings = listWarning(proof).map(describeBroken)
    const newest = await tx.campaignSnapshot.findUnique({
      where: { campaignId_revision: { campaignId, revision: draft.revision } },
    })
    if (newest?.contentHash === contentHash && draft.status === 'live') {
      return { revision: newest.revision, contentHash, warnings }
    }
    await tx.campaignSnapshot.create({
      data: {
        campaignId,
        revision,
        workspaceId: actor.workspaceId,
        contentHash,
        document: compiled.snapshot,
        publishedById: actor.kind === 'user' ? actor.id : null,
      },
    })
    await tx.campaign.update({ where: { id: campaignId }, data: { revision, status: 'live' } })
    await claimPlacements(
      tx,
      actor.workspaceId,
      campaignId,
      compiled.snapshot.placements.map(({ id }) => id),
    )
    await writeAuditEntry(tx, actor, 'campaign.publish', campaignId, { revision })
    await notifyChange(tx, { kind: 'campaign', campaignId })
    return { revision, contentHash, warnings }
  })
}

/** Two people publishing at once take turns. */
async function lockCampaign(
  db: DatabaseSession,
  workspaceId: string,
  campaignId: string,
): Promise<void> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM campaign WHERE id = ${campaignId} AND workspace_id = ${workspaceId} FOR UPDATE`
  if (rows.length === 0) throw notFound('campaign')
}

async function claimPlacements(
  db: DatabaseSession,
  workspaceId: string,
  campaignId: string,
  placementIds: readonly string[],
): Promise<void> {
  const taken = await db.placement.count({
    where: {
      workspaceId,
      id: { in: [...placementIds] },
      campaignId: { not: campaignId },
      campaign: { status: { in: ['live', 'paused'] } },
    },
  })
  if (taken > 0)
    throw new ProblemError('conflict', 'Another live campaign has taken one of the placements.')
  await db.placement.updateMany({
    where: { workspaceId, campaignId, id: { notIn: [...placementIds] } },
    data: { campaignId: null },
  })
  await db.placement.updateMany({
    where: { workspaceId, id: { in: [...placementIds] } },
    data: { campaignId },
  })
}
