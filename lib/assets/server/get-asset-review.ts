import { z } from 'zod'
import { checkApprover } from '@/lib/approvals/check-approver'
import { listMissingApprovals } from '@/lib/approvals/evaluate-approvals'
import { EVERYWHERE } from '@/lib/approvals/market'
import type { AssetReview } from '@/lib/approvals/review-api'
import { findReviewer } from '@/lib/approvals/server/find-reviewer'
import { getApprovalPolicy, toApproval } from '@/lib/approvals/server/load-approvals'
import type { DatabaseSession } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { findApprovalObstacle } from './find-approval-obstacle'

const MAX_HISTORY = 200

/** How an asset stands in review, what whoever asks may do, and all that happened to it. */
export async function getAssetReview(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<AssetReview> {
  const { workspaceId } = actor
  const now = new Date()
  const asset = await db.asset.findFirst({ where: { id: assetId, workspaceId } })
  if (!asset) throw notFound('asset')
  const { contentSha256 } = asset
  const policy = await getApprovalPolicy(db, workspaceId)
  const rows = await db.assetApproval.findMany({
    where: { assetId, workspaceId, contentSha256, revokedAt: null },
    include: { approver: { select: { name: true } } },
    orderBy: { decidedAt: 'desc' },
  })
  const approvals = rows.map(toApproval)
  const authors = [asset.createdById, asset.contentById]
  const check = checkApprover(policy, await findReviewer(db, actor), authors)
  const obstacle = await findApprovalObstacle(db, actor, asset, now)
  const mayApprove = actor.permissions.includes('asset.approve')
  const roleReason = mayApprove ? null : 'Your role does not allow this.'
  const reason = roleReason ?? (check.kind === 'refused' ? check.reason : obstacle)
  return {
    policy,
    approvals: rows.map((row, index) => ({
      ...{ id: row.id, market: row.market, isSelfApproval: row.isSelfApproval },
      role: approvals[index]?.approverRole ?? 'brand',
      approverName: row.approver?.name ?? null,
      decidedAt: row.decidedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
    })),
    missing: listMissingApprovals(policy, approvals, contentSha256, EVERYWHERE, now.getTime()),
    me: { canApprove: reason === null, reason },
    history: await listHistory(db, workspaceId, assetId),
  }
}

const detailSchema = z.object({
  markets: z.array(z.string()).catch([]).default([]),
  expiresAt: z.iso.datetime().nullable().catch(null).default(null),
  isSelfApproval: z.boolean().catch(false).default(false),
})

async function listHistory(
  db: DatabaseSession,
  workspaceId: string,
  assetId: string,
): Promise<AssetReview['history']> {
  const entries = await db.auditEntry.findMany({
    where: { workspaceId, subjectId: assetId, action: { startsWith: 'asset.' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MAX_HISTORY,
  })
  const ids = [...new Set(entries.map(({ actorId }) => actorId))]
  const where = { where: { id: { in: ids } }, select: { id: true, name: true } }
  const [users, keys] = await Promise.all([db.user.findMany(where), db.apiKey.findMany(where)])
  const nameOf = new Map([...users, ...keys].map(({ id, name }) => [id, name]))
  return entries.map(({ id, action, actorId, actorKind, createdAt, detail }) => ({
    ...{ id, action, createdAt: createdAt.toISOString() },
    actorName: nameOf.get(actorId) ?? (actorKind === 'system' ? 'Intarsia' : 'Somebody who left'),
    ...detailSchema.parse(detail),
  }))
}
