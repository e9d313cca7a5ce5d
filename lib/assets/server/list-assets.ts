import {
  type AssetList,
  copyKindSchema,
  type ListAssetsQuery,
  pictureKindSchema,
} from '@/lib/assets/asset'
import type { DatabaseSession } from '@/lib/db/client'
import { toPage } from '@/lib/http/page'
import { ProblemError } from '@/lib/http/problem'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { toAssetResponse, withRenditions } from './to-asset-response'

const GROUPS = { pictures: pictureKindSchema.options, copy: copyKindSchema.options } as const

/** The workspace's assets, newest first. Archived ones only when asked for by state. */
export async function listAssets(
  db: DatabaseSession,
  actor: Actor,
  query: ListAssetsQuery,
): Promise<AssetList> {
  const { workspaceId } = actor
  const after = query.cursor ? await afterCursor(db, workspaceId, query.cursor) : {}
  const rows = await db.asset.findMany({
    where: { AND: [filterOf(workspaceId, query), after] },
    include: withRenditions,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
  })
  const page = toPage(rows, query.limit)
  return { items: page.items.map(toAssetResponse), nextCursor: page.nextCursor }
}

function filterOf(workspaceId: string, query: ListAssetsQuery): Prisma.AssetWhereInput {
  const { kind, group, state, search, tag } = query
  return {
    workspaceId,
    state: state ?? { not: 'archived' },
    AND: [kind ? { kind } : {}, group ? { kind: { in: [...GROUPS[group]] } } : {}],
    ...(tag ? { tags: { has: tag.toLowerCase() } } : {}),
    ...(search
      ? {
          OR: (['name', 'text', 'altText'] as const).map((field) => ({
            [field]: { contains: escapeLike(search), mode: 'insensitive' as const },
          })),
        }
      : {}),
  }
}

/** `%` and `_` are wildcards to LIKE, which Prisma passes on. */
function escapeLike(text: string): string {
  return text.replace(/\0/g, '').replace(/[\\%_]/g, String.raw`\$&`)
}

async function afterCursor(
  db: DatabaseSession,
  workspaceId: string,
  cursor: string,
): Promise<Prisma.AssetWhereInput> {
  const last = await db.asset.findFirst({
    where: { id: cursor, workspaceId },
    select: { id: true, createdAt: true },
  })
  if (!last) throw new ProblemError('invalid_request', 'The cursor is not one of this list.')
  return {
    OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }],
  }
}
