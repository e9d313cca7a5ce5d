import { listNeededRoles } from '@/lib/approvals/approval-policy'
import { type ReviewBox, reviewBoxSchema, type ReviewCounts } from '@/lib/approvals/review-api'
import { findReviewer } from '@/lib/approvals/server/find-reviewer'
import { getApprovalPolicy } from '@/lib/approvals/server/load-approvals'
import type { AssetList } from '@/lib/assets/asset-list'
import type { DatabaseSession } from '@/lib/db/client'
import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { toAssetResponse, withRenditions } from './to-asset-response'

/**
 * Assets in one box of the actor's inbox, what waits longest first. Waiting is what the actor may
 * approve and has not yet: in review, not their own, of a role that is theirs and needed.
 */
export async function listReview(
  db: DatabaseSession,
  actor: Actor,
  box: ReviewBox,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<AssetList> {
  const condition = (await findConditions(db, actor))[box]
  const after =
    cursor === undefined
      ? Prisma.empty
      : Prisma.sql`AND (asset.updated_at, asset.id) >
            (SELECT seen.updated_at, seen.id FROM asset seen
              WHERE seen.id = ${cursor} AND seen.workspace_id = ${actor.workspaceId})`
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT asset.id FROM asset
    WHERE asset.workspace_id = ${actor.workspaceId} AND ${condition} ${after}
    ORDER BY asset.updated_at, asset.id LIMIT ${limit + 1}`
  const ids = found.slice(0, limit).map(({ id }) => id)
  const rows = await db.asset.findMany({ where: { id: { in: ids } }, include: withRenditions })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    items: ids.flatMap((id) => {
      const row = byId.get(id)
      return row ? [toAssetResponse(row)] : []
    }),
    nextCursor: found.length > limit ? (ids.at(-1) ?? null) : null,
    total: null,
  }
}

/** How much is in each box. */
export async function countReview(db: DatabaseSession, actor: Actor): Promise<ReviewCounts> {
  const conditions = await findConditions(db, actor)
  const [row] = await db.$queryRaw<Record<ReviewBox, bigint>[]>`
    SELECT count(*) FILTER (WHERE ${conditions.waiting}) AS waiting,
      count(*) FILTER (WHERE ${conditions.submitted}) AS submitted,
      count(*) FILTER (WHERE ${conditions.returned}) AS returned
    FROM asset
    WHERE workspace_id = ${actor.workspaceId}
      AND state IN ('in_review', 'changes_requested', 'rejected')`
  const counts = reviewBoxSchema.options.map((box) => [box, Number(row?.[box] ?? 0)] as const)
  return Object.fromEntries(counts) as ReviewCounts
}

async function findConditions(
  db: DatabaseSession,
  actor: Actor,
): Promise<Record<ReviewBox, Prisma.Sql>> {
  const { userId, roles, isOnlyMember } = await findReviewer(db, actor)
  const needed = listNeededRoles(await getApprovalPolicy(db, actor.workspaceId))
  const isMine = Prisma.sql`(asset.created_by_id = ${userId} OR asset.content_by_id = ${userId})`
  const mayDecide =
    actor.permissions.includes('asset.approve') &&
    (isOnlyMember || needed.some((role) => roles.includes(role)))
  const isOthers = isOnlyMember
    ? Prisma.sql`TRUE`
    : Prisma.sql`asset.created_by_id IS DISTINCT FROM ${userId}
        AND asset.content_by_id IS DISTINCT FROM ${userId}`
  return {
    waiting: mayDecide
      ? Prisma.sql`(asset.state = 'in_review' AND ${isOthers} AND NOT EXISTS (
          SELECT 1 FROM asset_approval given
          WHERE given.asset_id = asset.id AND given.content_sha256 = asset.content_sha256
            AND given.approver_id = ${userId} AND given.revoked_at IS NULL
            AND (given.expires_at IS NULL OR given.expires_at > now())))`
      : Prisma.sql`FALSE`,
    submitted: Prisma.sql`(asset.state = 'in_review' AND ${isMine})`,
    returned: Prisma.sql`(asset.state IN ('changes_requested', 'rejected') AND ${isMine})`,
  }
}
