import type { ApprovalPolicy } from '@/lib/approvals/approval-policy'
import { findStandings } from '@/lib/approvals/server/find-standing'
import { getApprovalPolicy } from '@/lib/approvals/server/load-approvals'
import type { AssetImpact } from '@/lib/assets/asset-impact'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { SettleAssets } from './settle-assets'

export interface PolicyChange {
  readonly policy: ApprovalPolicy
  /** Assets that were approved and are in review again: they lack an approver of the new policy. */
  readonly reopenedCount: number
  readonly impact: AssetImpact
}

/**
 * Changes how many approvers an asset needs. It holds for all assets at once: what lacks an
 * approval goes back to review, keeps those it has, and leaves live campaigns until it is complete.
 */
export async function changeApprovalPolicy(
  db: Database,
  actor: Actor,
  policy: ApprovalPolicy,
  settle: SettleAssets,
): Promise<PolicyChange> {
  const { workspaceId } = actor
  return db.$transaction(
    async (tx) => {
      const before = await getApprovalPolicy(tx, workspaceId)
      await tx.workspace.update({ where: { id: workspaceId }, data: { approvalPolicy: policy } })
      await writeAuditEntry(tx, actor, 'workspace.approval_policy', workspaceId, {
        from: before,
        to: policy,
      })
      const approved = await tx.asset.findMany({ where: { workspaceId, state: 'approved' } })
      const standings = await findStandings(tx, workspaceId, approved, Date.now())
      const reopened = approved.map(({ id }) => id).filter((id) => !standings.get(id))
      await tx.asset.updateMany({
        where: { workspaceId, id: { in: reopened }, state: 'approved' },
        data: { state: 'in_review' },
      })
      for (const id of reopened) {
        await writeAuditEntry(tx, actor, 'asset.reopen', id, { from: 'approved', to: 'in_review' })
      }
      const impact = await settle(tx, actor, reopened)
      return { policy, reopenedCount: reopened.length, impact }
    },
    { timeout: 60_000 },
  )
}
