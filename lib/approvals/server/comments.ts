import type { Comment, CreateComment } from '@/lib/approvals/comment'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { findActingUserId } from './find-reviewer'

/** Longer conversations are had elsewhere; the newest are kept in sight. */
const MAX_COMMENTS = 500

const include = {
  author: { select: { name: true } },
  resolvedBy: { select: { name: true } },
} satisfies Prisma.AssetCommentInclude

/** What was said about an asset, the oldest first. */
export async function listComments(
  db: DatabaseSession,
  actor: Actor,
  assetId: string,
): Promise<{ items: Comment[] }> {
  await getVersion(db, actor, assetId)
  const rows = await db.assetComment.findMany({
    where: { assetId, workspaceId: actor.workspaceId },
    include,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_COMMENTS,
  })
  return { items: rows.reverse().map(toComment) }
}

/** Says something about the asset as it is now, or answers. Throws `not_found` for a foreign thread. */
export async function createComment(
  db: Database,
  actor: Actor,
  assetId: string,
  { text, pin, parentId }: CreateComment,
): Promise<Comment> {
  return db.$transaction(async (tx) => {
    const assetVersion = await getVersion(tx, actor, assetId)
    if (parentId !== null) await checkParent(tx, assetId, parentId)
    const row = await tx.assetComment.create({
      data: {
        ...{ workspaceId: actor.workspaceId, assetId, assetVersion, parentId, text },
        ...{ pinX: pin?.x ?? null, pinY: pin?.y ?? null },
        authorId: await findActingUserId(tx, actor),
      },
      include,
    })
    await writeAuditEntry(tx, actor, 'asset.comment', assetId, { commentId: row.id })
    return toComment(row)
  })
}

/** Closes a thread, or opens it again. */
export async function resolveComment(
  db: Database,
  actor: Actor,
  assetId: string,
  commentId: string,
  isResolved: boolean,
): Promise<Comment> {
  return db.$transaction(async (tx) => {
    const { workspaceId } = actor
    const { count } = await tx.assetComment.updateMany({
      where: { id: commentId, assetId, workspaceId, parentId: null },
      data: isResolved
        ? { resolvedAt: new Date(), resolvedById: await findActingUserId(tx, actor) }
        : { resolvedAt: null, resolvedById: null },
    })
    if (count === 0) throw notFound('comment')
    const action = isResolved ? 'asset.comment_resolve' : 'asset.comment_reopen'
    await writeAuditEntry(tx, actor, action, assetId, { commentId })
    return toComment(await tx.assetComment.findUniqueOrThrow({ where: { id: commentId }, include }))
  })
}

async function getVersion(db: DatabaseSession, actor: Actor, assetId: string): Promise<number> {
  const asset = await db.asset.findFirst({
    where: { id: assetId, workspaceId: actor.workspaceId },
    select: { version: true },
  })
  if (!asset) throw notFound('asset')
  return asset.version
}

async function checkParent(db: DatabaseSession, assetId: string, id: string): Promise<void> {
  const parent = await db.assetComment.findFirst({ where: { id, assetId } })
  if (!parent) throw notFound('comment')
  if (parent.parentId !== null) {
    throw new ProblemError('invalid_request', 'Answer the first comment of the thread.', [
      { path: 'parentId', message: 'This comment is an answer itself.' },
    ])
  }
}

type Row = Prisma.AssetCommentGetPayload<{ include: typeof include }>

function toComment(row: Row): Comment {
  const { id, assetVersion, parentId, text, pinX, pinY, decision } = row
  return {
    ...{ id, assetVersion, parentId, text },
    pin: pinX !== null && pinY !== null ? { x: pinX, y: pinY } : null,
    decision: decision === 'request_changes' || decision === 'reject' ? decision : null,
    authorName: row.author?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedByName: row.resolvedBy?.name ?? null,
  }
}
