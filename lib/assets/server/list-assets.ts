import { type AssetCursor, parseAssetCursor, writeAssetCursor } from '@/lib/assets/asset-cursor'
import {
  type AssetList,
  type AssetSort,
  type ListAssetsQuery,
  type SortOrder,
  USUAL_ORDER,
} from '@/lib/assets/asset-list'
import type { DatabaseSession } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { matchCondition } from './asset-conditions'
import { toAssetResponse, withRenditions, withSmallRenditions } from './to-asset-response'

interface Key {
  /** Each has an index of its own behind the workspace, followed by the id. */
  readonly sql: Prisma.Sql
  readonly type: Prisma.Sql
}

const timestamp = Prisma.sql`timestamptz`
const KEYS: Readonly<Record<AssetSort, Key>> = {
  newest: { sql: Prisma.sql`created_at`, type: timestamp },
  updated: { sql: Prisma.sql`updated_at`, type: timestamp },
  name: { sql: Prisma.sql`lower(name)`, type: Prisma.sql`text` },
  rights_end: {
    sql: Prisma.sql`coalesce(rights_end_at, 'infinity'::timestamptz)`,
    type: timestamp,
  },
  weight: { sql: Prisma.sql`coalesce(file_size_bytes, 0)`, type: Prisma.sql`int` },
}

/**
 * A page of the workspace's assets that fit, going on from the cursor's row in the order asked for.
 * Throws `invalid_request` for a cursor that is not one of this list.
 */
export async function listAssets(
  db: DatabaseSession,
  actor: Actor,
  query: ListAssetsQuery,
  now = new Date(),
): Promise<AssetList> {
  const { sort, order = USUAL_ORDER[sort], cursor, limit } = query
  const matches = matchCondition(actor.workspaceId, query, now)
  const [found, total] = await Promise.all([
    db.$queryRaw<{ id: string; key: string }[]>(
      pageSql(matches, { sort, order, limit, after: readCursor(cursor, sort, order) }),
    ),
    cursor === undefined ? countAssets(db, matches) : null,
  ])
  const page = found.slice(0, limit)
  const rows = await db.asset.findMany({
    where: { id: { in: page.map(({ id }) => id) }, workspaceId: actor.workspaceId },
    include: query.renditions === 'none' ? withSmallRenditions : withRenditions,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    items: page.flatMap(({ id }) => byId.get(id) ?? []).map(toAssetResponse),
    nextCursor: last ? writeAssetCursor({ sort, order, ...last }) : null,
    total,
  }
}

export interface PageWish {
  readonly sort: AssetSort
  readonly order: SortOrder
  readonly limit: number
  readonly after: AssetCursor | null
}

/** The ids of a page, one more than `limit` when there is another, with what they are sorted by. */
export function pageSql(matches: Prisma.Sql, { sort, order, limit, after }: PageWish): Prisma.Sql {
  const { sql, type } = KEYS[sort]
  const [direction, beyond] =
    order === 'asc' ? [Prisma.sql`ASC`, Prisma.sql`>`] : [Prisma.sql`DESC`, Prisma.sql`<`]
  const isAfter = after
    ? Prisma.sql`AND (${sql}, id) ${beyond} (${after.key}::${type}, ${after.id})`
    : Prisma.empty
  const key =
    type === timestamp
      ? Prisma.sql`CASE WHEN isfinite(${sql})
          THEN to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          ELSE 'infinity' END`
      : Prisma.sql`(${sql})::text`
  return Prisma.sql`
    SELECT id, ${key} AS key FROM asset WHERE ${matches} ${isAfter}
    ORDER BY ${sql} ${direction}, id ${direction} LIMIT ${limit + 1}`
}

async function countAssets(db: DatabaseSession, matches: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM asset WHERE ${matches}`
  return row?.count ?? 0
}

function readCursor(
  cursor: string | undefined,
  sort: AssetSort,
  order: SortOrder,
): AssetCursor | null {
  if (cursor === undefined) return null
  const parsed = parseAssetCursor(cursor)
  if (parsed?.sort !== sort || parsed.order !== order) {
    throw new ProblemError('invalid_request', 'The cursor is not one of this list.')
  }
  return parsed
}
