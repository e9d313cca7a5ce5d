import type { Database } from '@/lib/db/client'
import { notifyChange } from '@/lib/db/change-channel'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { type PageQuery, toPage } from '@/lib/http/page'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Placement, PlacementInput } from '@/lib/placements/placement'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { Prisma } from '@/prisma/generated/client'

const include = {
  campaign: { select: { id: true, name: true, status: true } },
} satisfies Prisma.PlacementInclude
type PlacementRow = Prisma.PlacementGetPayload<{ include: typeof include }>

/** Placements of the workspace in the order they were made; archived ones only on demand. */
export async function listPlacements(
  db: Database,
  actor: Actor,
  query: PageQuery & { archived?: boolean | undefined },
): Promise<{ items: Placement[]; nextCursor: string | null }> {
  const rows = await db.placement.findMany({
    where: { workspaceId: actor.workspaceId, archivedAt: query.archived ? { not: null } : null },
    include,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: query.limit + 1,
    ...(query.cursor ? { cursor: { id: query.cursor }, skip: 1 } : {}),
  })
  const { items, nextCursor } = toPage(rows, query.limit)
  return { items: items.map(toPlacement), nextCursor }
}

export async function getPlacement(
  db: Database,
  actor: Actor,
  placementId: string,
): Promise<Placement> {
  const row = await db.placement.findFirst({
    where: { id: placementId, workspaceId: actor.workspaceId },
    include,
  })
  if (!row) throw notFound('placement')
  return toPlacement(row)
}

export async function createPlacement(
  db: Database,
  actor: Actor,
  input: PlacementInput,
): Promise<Placement> {
  const row = await db.$transaction(async (tx) => {
    const created = await tx.placement.create({
      data: { ...input, workspaceId: actor.workspaceId },
      include,
    })
    await writeAuditEntry(tx, actor, 'placement.create', created.id)
    await notifyChange(tx, { kind: 'placement', placementId: created.id })
    return created
  })
  return toPlacement(row)
}

/** Renames or re-categorises. The size of a placement is part of the page it is on and never changes. */
export async function updatePlacement(
  db: Database,
  actor: Actor,
  placementId: string,
  input: Pick<PlacementInput, 'name' | 'pageCategory'>,
): Promise<Placement> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.placement.updateMany({
      where: { id: placementId, workspaceId: actor.workspaceId },
      data: { name: input.name, pageCategory: input.pageCategory },
    })
    if (count === 0) throw notFound('placement')
    await writeAuditEntry(tx, actor, 'placement.update', placementId)
    await notifyChange(tx, { kind: 'placement', placementId })
  })
  return getPlacement(db, actor, placementId)
}

/** Archives a placement, or takes it back. One that shows a live campaign stays. */
export async function setPlacementArchived(
  db: Database,
  actor: Actor,
  placementId: string,
  isArchived: boolean,
): Promise<Placement> {
  const placement = await getPlacement(db, actor, placementId)
  if (isArchived && placement.campaign && placement.campaign.status === 'live') {
    throw new ProblemError(
      'conflict',
      `“${placement.campaign.name}” is live in this placement. Take it out of the campaign first.`,
    )
  }
  await db.$transaction(async (tx) => {
    await tx.placement.updateMany({
      where: { id: placementId, workspaceId: actor.workspaceId },
      data: { archivedAt: isArchived ? new Date() : null },
    })
    await writeAuditEntry(
      tx,
      actor,
      isArchived ? 'placement.archive' : 'placement.restore',
      placementId,
    )
    await notifyChange(tx, { kind: 'placement', placementId })
  })
  return getPlacement(db, actor, placementId)
}

function toPlacement(row: PlacementRow): Placement {
  return {
    id: row.id,
    name: row.name,
    size: adSizeSchema.parse(row.size),
    pageCategory: row.pageCategory,
    campaign: row.campaign,
    isArchived: row.archivedAt !== null,
    createdAt: row.createdAt.toISOString(),
  }
}
