import { evaluateApprovals } from '@/lib/approvals/evaluate-approvals'
import { findReviewer } from '@/lib/approvals/server/find-reviewer'
import { getApprovalPolicy, loadApprovals } from '@/lib/approvals/server/load-approvals'
import { revokeApprovals } from '@/lib/approvals/server/record-approval'
import type { BulkAction, BulkResult } from '@/lib/assets/bulk-change'
import { type AssetStep, CHANGED_SINCE, undoAssetStep } from '@/lib/assets/undo-asset-step'
import type { DatabaseSession } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntries } from '@/lib/workspaces/server/write-audit-entry'
import type { BulkUndo } from './bulk-undo'
import { lockAssets } from './lock-assets'

type StateUndo = BulkUndo & { kind: 'state' }
type Refusals = BulkResult['refusals']

/** What the audit log calls the way back. */
const REVERSE = {
  submit: 'withdraw',
  approve: 'withdraw',
  archive: 'restore',
  restore: 'archive',
} as const

interface Undoable {
  readonly asset: Asset
  readonly step: AssetStep
}

/**
 * Takes back one batch of a change of states. Approvals that the change gave are revoked; what was
 * changed since, its content included, is refused. Answers the ids that went back.
 */
export async function undoBulkState(
  tx: DatabaseSession,
  actor: Actor,
  { action, before }: StateUndo,
): Promise<{ ids: string[]; refusals: Refusals }> {
  const { permissions } = actor
  const rows = await lockAssets(
    tx,
    actor,
    before.map(({ id }) => id),
  )
  const refusals: Refusals = []
  const undoable: Undoable[] = []
  for (const { id, from, to, version } of before) {
    const asset = rows.get(id)
    const step = { action, from, to }
    const isSame = asset?.version === version
    const allowed = isSame && undoAssetStep(step, asset.state, permissions, true)
    if (allowed && allowed.kind === 'ok') undoable.push({ asset, step })
    else {
      const reason = allowed ? allowed.reason : CHANGED_SINCE
      refusals.push({ id, name: asset?.name ?? '', reason })
    }
  }
  if (action === 'approve') {
    const { userId } = await findReviewer(tx, actor)
    for (const { asset } of undoable) {
      await revokeApprovals(tx, asset.id, asset.contentSha256, userId)
    }
  }
  await writeStates(tx, actor, action, undoable)
  return { ids: undoable.map(({ asset }) => asset.id), refusals }
}

async function writeStates(
  tx: DatabaseSession,
  actor: Actor,
  action: BulkAction,
  undoable: readonly Undoable[],
): Promise<void> {
  const { workspaceId, permissions } = actor
  const policy = await getApprovalPolicy(tx, workspaceId)
  const approvals = await loadApprovals(
    tx,
    workspaceId,
    undoable.map(({ asset }) => asset.id),
  )
  const nowMs = Date.now()
  const moves = undoable.flatMap(({ asset, step }) => {
    const given = approvals.get(asset.id) ?? []
    const isApproved = evaluateApprovals(policy, given, asset.contentSha256, nowMs) !== null
    const next = undoAssetStep(step, asset.state, permissions, isApproved)
    return next.kind === 'ok' ? [{ asset, step, to: next.state }] : []
  })
  for (const [state, own] of Map.groupBy(moves, ({ to }) => to)) {
    const id = { in: own.map(({ asset }) => asset.id) }
    await tx.asset.updateMany({ where: { id, workspaceId }, data: { state } })
  }
  await writeAuditEntries(
    tx,
    actor,
    `asset.${REVERSE[action]}`,
    moves.map(({ asset, to }) => ({
      subjectId: asset.id,
      detail: { from: asset.state, to, isUndo: true },
    })),
  )
}
