import { notifyChange } from '@/lib/db/change-channel'
import type { Database } from '@/lib/db/client'
import { FEED_PUSH_SCHEMAS, type FeedItem, type FeedKind } from '@/lib/feeds/feed'
import { parseMerchantFeed } from '@/lib/feeds/parse-merchant-feed'
import { ProblemError, problemFromZod } from '@/lib/http/problem'
import { keepProducts } from '@/lib/products/server/keep-products'

export interface FeedPushResult {
  version: number
  accepted: number
  refused: { row: number; reason: string }[]
}

/**
 * Takes a signed push: all of its items in one transaction, as the feed's next version, and every
 * serving process is told. Values that were observed before the stored ones do not overwrite them.
 */
export async function pushFeed(
  db: Database,
  feed: { id: string; kind: FeedKind; workspaceId: string },
  body: { text: string; contentType: string },
  now: Date,
): Promise<FeedPushResult> {
  const { items, refused } = parsePush(feed.kind, body, now)
  const newest = pickNewest(items, now)
  const version = await db.$transaction(async (tx) => {
    const { version } = await tx.feed.update({
      where: { id: feed.id },
      data: { version: { increment: 1 }, lastPushAt: now },
    })
    await tx.$executeRaw`
      INSERT INTO feed_value (feed_id, key, value, observed_at, expires_at)
      SELECT ${feed.id}, u.key, u.value, u.observed_at, u.expires_at
      FROM unnest(
        ${newest.map(({ key }) => key)}::text[],
        ${newest.map(({ value }) => JSON.stringify(value))}::jsonb[],
        ${newest.map(({ observedAt }) => observedAt)}::timestamptz[],
        ${newest.map(({ expiresAt }) => expiresAt ?? null)}::timestamptz[]
      ) AS u(key, value, observed_at, expires_at)
      ON CONFLICT (feed_id, key) DO UPDATE
        SET value = excluded.value, observed_at = excluded.observed_at, expires_at = excluded.expires_at
        WHERE feed_value.observed_at <= excluded.observed_at`
    await keepProducts(tx, feed.workspaceId, newest)
    await notifyChange(tx, { kind: 'feed', workspaceId: feed.workspaceId, feedId: feed.id })
    return version
  })
  return { version, accepted: newest.length, refused }
}

/** The last observation of each key. One from the future would block all later ones: it is of now. */
function pickNewest(items: readonly FeedItem[], now: Date): (FeedItem & { observedAt: string })[] {
  const timed = items.map((item) => ({
    ...item,
    observedAt: new Date(
      Math.min(now.getTime(), Date.parse(item.observedAt ?? now.toISOString())),
    ).toISOString(),
  }))
  const inOrder = timed.sort((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt))
  return [...new Map(inOrder.map((item) => [item.key, item])).values()]
}

function parsePush(
  kind: FeedKind,
  { text, contentType }: { text: string; contentType: string },
  now: Date,
): { items: FeedItem[]; refused: { row: number; reason: string }[] } {
  if (kind === 'stock' && /csv|tab-separated|xml/i.test(contentType)) {
    const parsed = parseMerchantFeed(text, contentType, now)
    if (parsed.kind === 'invalid') throw new ProblemError('unprocessable', parsed.reason)
    if (parsed.items.length === 0) {
      throw new ProblemError(
        'unprocessable',
        'No product of this feed could be read.',
        parsed.refused
          .slice(0, 50)
          .map(({ row, reason }) => ({ path: `row ${row}`, message: reason })),
      )
    }
    return parsed
  }
  const result = FEED_PUSH_SCHEMAS[kind].safeParse(parseJson(text))
  if (!result.success) throw problemFromZod(result.error)
  return { items: result.data.items, refused: [] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ProblemError('invalid_request', 'The body is not valid JSON.')
  }
}
