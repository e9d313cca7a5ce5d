import { randomBytes } from 'node:crypto'
import { openSecret, sealSecret } from '@/lib/auth/sealed-secret'
import type { Database } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import type { Feed, FeedInput, FeedValue } from '@/lib/feeds/feed'
import { feedValueSchema } from '@/lib/feeds/feed'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { Prisma } from '@/prisma/generated/client'

const SECRET_BYTES = 32
const include = { _count: { select: { values: true } } } satisfies Prisma.FeedInclude
type FeedRow = Prisma.FeedGetPayload<{ include: typeof include }>

export async function listFeeds(db: Database, actor: Actor): Promise<Feed[]> {
  const rows = await db.feed.findMany({
    where: { workspaceId: actor.workspaceId },
    include,
    orderBy: { kind: 'asc' },
  })
  return rows.map(toFeed)
}

/** Opens a feed; one of each kind in a workspace. */
export async function createFeed(
  db: Database,
  actor: Actor,
  input: FeedInput,
): Promise<Feed & { secret: string }> {
  const secret = newSecret()
  return db.$transaction(async (tx) => {
    const { count } = await tx.feed.createMany({
      data: { ...input, workspaceId: actor.workspaceId, sealedSecret: sealSecret(secret) },
      skipDuplicates: true,
    })
    if (count === 0) throw new ProblemError('conflict', `There is a ${input.kind} feed already.`)
    const row = await tx.feed.findUniqueOrThrow({
      where: { workspaceId_kind: { workspaceId: actor.workspaceId, kind: input.kind } },
      include,
    })
    await writeAuditEntry(tx, actor, 'feed.create', row.id, { kind: input.kind })
    return { ...toFeed(row), secret }
  })
}

/** A new signing secret; the old one stops working at once. */
export async function rotateFeedSecret(
  db: Database,
  actor: Actor,
  feedId: string,
): Promise<Feed & { secret: string }> {
  const secret = newSecret()
  return db.$transaction(async (tx) => {
    const { count } = await tx.feed.updateMany({
      where: { id: feedId, workspaceId: actor.workspaceId },
      data: { sealedSecret: sealSecret(secret) },
    })
    if (count === 0) throw notFound('feed')
    await writeAuditEntry(tx, actor, 'feed.rotate_secret', feedId)
    const row = await tx.feed.findUniqueOrThrow({ where: { id: feedId }, include })
    return { ...toFeed(row), secret }
  })
}

/** The newest value of each key, by key, for the studio. */
export async function listFeedValues(
  db: Database,
  actor: Actor,
  feedId: string,
  limit: number,
): Promise<FeedValue[]> {
  const feed = await db.feed.findFirst({ where: { id: feedId, workspaceId: actor.workspaceId } })
  if (!feed) throw notFound('feed')
  const rows = await db.feedValue.findMany({
    where: { feedId },
    orderBy: { key: 'asc' },
    take: limit,
  })
  return rows.map(({ key, value, observedAt, expiresAt }) =>
    feedValueSchema.parse({
      key,
      value,
      observedAt: observedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    }),
  )
}

/** The feed a push is for, with its secret; for the push route only. */
export async function getFeedForPush(db: Database, feedId: string) {
  const row = await db.feed.findUnique({ where: { id: feedId } })
  if (!row) throw notFound('feed')
  return {
    id: row.id,
    kind: row.kind,
    workspaceId: row.workspaceId,
    secret: openSecret(row.sealedSecret),
  }
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    version: row.version,
    lastPushAt: row.lastPushAt?.toISOString() ?? null,
    valueCount: row._count.values,
    pushUrl: `${getEnv().PUBLIC_URL}/api/feeds/${row.id}`,
  }
}
