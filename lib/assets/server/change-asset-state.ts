import { checkApprover, type Reviewer } from '@/lib/approvals/check-approver'
import { evaluateApprovals, listMissingApprovals } from '@/lib/approvals/evaluate-approvals'
import type { ApprovalPolicy } from '@/lib/approvals/approval-policy'
import { findReviewer } from '@/lib/approvals/server/find-reviewer'
import { getApprovalPolicy, loadApprovals } from '@/lib/approvals/server/load-approvals'
import { recordApproval, revokeApprovals } from '@/lib/approvals/server/record-approval'
import type { ChangeAssetState, ChangeAssetStateResponse } from '@/lib/assets/asset'
import { nextAssetState } from '@/lib/assets/asset-state'
import type { Database, DatabaseSession } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { findApprovalObstacle } from './find-approval-obstacle'
import { lockAssets } from './lock-assets'
import type { SettleAssets } from './settle-assets'

type Changed = ChangeAssetStateResponse['changed'][number]
type Refused = ChangeAssetStateResponse['refused'][number]

interface Change {
  readonly actor: Actor
  readonly reviewer: Reviewer
  readonly policy: ApprovalPolicy
  readonly input: ChangeAssetState
  readonly now: Date
}

/**
 * Takes many assets through review, archives or restores them. Each is judged by itself: what may
 * not be done is refused with its reason and the rest is done, in live campaigns too.
 */
export async function changeAssetState(
  db: Database,
  actor: Actor,
  input: ChangeAssetState,
  settle: SettleAssets,
): Promise<ChangeAssetStateResponse> {
  const changed: Changed[] = []
  const refused: Refused[] = []
  const ids = [...new Set(input.assetIds)].sort()
  return db.$transaction(
    async (tx) => {
      const reviewer = await findReviewer(tx, actor)
      const policy = await getApprovalPolicy(tx, actor.workspaceId)
      const change = { actor, reviewer, policy, input, now: new Date() }
      const rows = await lockAssets(tx, actor, ids)
      for (const id of ids) {
        const outcome = await changeOne(tx, change, id, rows.get(id))
        if ('state' in outcome) changed.push(outcome)
        else refused.push(outcome)
      }
      const changedIds = changed.map(({ id }) => id)
      return { changed, refused, impact: await settle(tx, actor, changedIds) }
    },
    { timeout: 30_000 },
  )
}

async function changeOne(
  tx: DatabaseSession,
  change: Change,
  id: string,
  asset: Asset | undefined,
): Promise<Changed | Refused> {
  const { actor, input, now } = change
  const { workspaceId, permissions } = actor
  const { action } = input
  if (!asset) return { id, reason: 'There is no such asset in this workspace.' }
  const allowed = nextAssetState(asset.state, action, permissions, true)
  if (allowed.kind !== 'ok') return { id, reason: allowed.reason }
  const refusal = action === 'approve' ? await approve(tx, change, asset) : null
  if (refusal !== null) return { id, reason: refusal }
  if (action === 'request_changes' || action === 'reject') {
    await revokeApprovals(tx, id, asset.contentSha256)
    await writeDecision(tx, change, asset)
  }
  if (action === 'withdraw' && asset.state === 'approved') {
    await revokeApprovals(tx, id, asset.contentSha256, change.reviewer.userId)
  }
  const approvals = (await loadApprovals(tx, workspaceId, [id])).get(id) ?? []
  const facts = [change.policy, approvals, asset.contentSha256] as const
  const isApproved = evaluateApprovals(...facts, now.getTime()) !== null
  const next = nextAssetState(asset.state, action, permissions, isApproved)
  if (next.kind !== 'ok') return { id, reason: next.reason }
  await tx.asset.updateMany({ where: { id, workspaceId }, data: { state: next.state } })
  await writeAuditEntry(tx, actor, `asset.${action}`, id, auditDetail(change, asset, next.state))
  if (action !== 'approve' || next.state === 'approved') return { id, state: next.state }
  const [market = '*'] = input.markets
  return {
    id,
    state: next.state,
    missing: listMissingApprovals(...facts, market, now.getTime()),
  }
}

/** Records the approval, or says why it may not be given. */
async function approve(tx: DatabaseSession, change: Change, asset: Asset): Promise<string | null> {
  const { actor, policy, reviewer, input, now } = change
  const authors = [asset.createdById, asset.contentById]
  const check = checkApprover(policy, reviewer, authors)
  if (check.kind === 'refused') return check.reason
  const obstacle = await findApprovalObstacle(tx, actor, asset, now)
  if (obstacle !== null) return obstacle
  if (input.expiresAt !== null && Date.parse(input.expiresAt) <= now.getTime()) {
    return 'The approval would end in the past.'
  }
  await recordApproval(tx, {
    workspaceId: asset.workspaceId,
    assetId: asset.id,
    contentSha256: asset.contentSha256,
    approverId: reviewer.userId,
    roles: check.roles,
    markets: input.markets,
    expiresAt: input.expiresAt === null ? null : new Date(input.expiresAt),
    isSelfApproval: check.isSelfApproval,
  })
  return null
}

/** The reason of a decision is a comment that can be answered. */
async function writeDecision(
  tx: DatabaseSession,
  { reviewer, input }: Change,
  asset: Asset,
): Promise<void> {
  await tx.assetComment.create({
    data: {
      workspaceId: asset.workspaceId,
      assetId: asset.id,
      assetVersion: asset.version,
      text: input.comment,
      decision: input.action,
      authorId: reviewer.userId,
    },
  })
}

function auditDetail(
  { input, reviewer }: Change,
  asset: Asset,
  state: string,
): Record<string, string | string[] | boolean | null> {
  const moved = { from: asset.state, to: state }
  if (input.action !== 'approve') return moved
  const { markets, expiresAt } = input
  const { contentSha256 } = asset
  return { ...moved, markets, expiresAt, contentSha256, isSelfApproval: reviewer.isOnlyMember }
}
