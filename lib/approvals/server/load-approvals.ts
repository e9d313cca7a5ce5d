import { approvalPolicySchema, type ApprovalPolicy } from '@/lib/approvals/approval-policy'
import { approverRoleSchema } from '@/lib/approvals/approver-role'
import type { Approval } from '@/lib/approvals/evaluate-approvals'
import type { DatabaseSession } from '@/lib/db/client'
import type { AssetApproval } from '@/prisma/generated/client'

export async function getApprovalPolicy(
  db: DatabaseSession,
  workspaceId: string,
): Promise<ApprovalPolicy> {
  const { approvalPolicy } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { approvalPolicy: true },
  })
  return approvalPolicySchema.parse(approvalPolicy)
}

/** The approvals of these assets that nobody revoked, by asset, whatever content they are of. */
export async function loadApprovals(
  db: DatabaseSession,
  workspaceId: string,
  assetIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Approval[]>> {
  const rows = await db.assetApproval.findMany({
    where: { workspaceId, assetId: { in: [...assetIds] }, revokedAt: null },
  })
  return new Map(
    [...Map.groupBy(rows, ({ assetId }) => assetId)].map(([id, own]) => [id, own.map(toApproval)]),
  )
}

export function toApproval(row: AssetApproval): Approval {
  return {
    contentSha256: row.contentSha256,
    market: row.market,
    approverId: row.approverId,
    approverRole: approverRoleSchema.parse(row.approverRole),
    expiresAtMs: row.expiresAt?.getTime() ?? null,
    isSelfApproval: row.isSelfApproval,
  }
}
