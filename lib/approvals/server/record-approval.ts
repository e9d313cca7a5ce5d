import type { ApproverRole } from '@/lib/approvals/approver-role'
import type { DatabaseSession } from '@/lib/db/client'

export interface NewApproval {
  readonly workspaceId: string
  readonly assetId: string
  readonly contentSha256: string
  readonly approverId: string | null
  readonly roles: readonly ApproverRole[]
  readonly markets: readonly string[]
  readonly expiresAt: Date | null
  readonly isSelfApproval: boolean
}

/** Writes one row a role and market; the newest word of a person takes the place of an older one. */
export async function recordApproval(db: DatabaseSession, approval: NewApproval): Promise<void> {
  const { roles, markets, ...common } = approval
  const { assetId, contentSha256, approverId } = common
  await db.assetApproval.updateMany({
    where: {
      ...{ assetId, contentSha256, approverId, revokedAt: null },
      approverRole: { in: [...roles] },
      market: { in: [...markets] },
    },
    data: { revokedAt: new Date() },
  })
  await db.assetApproval.createMany({
    data: roles.flatMap((approverRole) =>
      markets.map((market) => ({ ...common, approverRole, market })),
    ),
  })
}

/** Undoes what was said to a content: by everybody, or by one approver only. */
export async function revokeApprovals(
  db: DatabaseSession,
  assetId: string,
  contentSha256: string,
  approverId?: string | null,
): Promise<void> {
  const by = approverId === undefined ? {} : { approverId }
  await db.assetApproval.updateMany({
    where: { assetId, contentSha256, revokedAt: null, ...by },
    data: { revokedAt: new Date() },
  })
}
