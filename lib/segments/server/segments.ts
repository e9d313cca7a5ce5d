import type { z } from 'zod'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { conditionSchema } from '@/lib/decision/condition'
import { toStorableJson } from '@/lib/events/storable-text'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { segmentListQuerySchema } from '@/lib/segments/segment'
import {
  type Segment,
  type SegmentCount,
  type SegmentInput,
  type SegmentListItem,
} from '@/lib/segments/segment'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { Prisma, type Segment as SegmentRow } from '@/prisma/generated/client'
import { countConditions } from './count-segment-profiles'

const SEGMENTS_LISTED = 500

/** The segments of the workspace by name; the archived ones instead on demand. */
export async function listSegments(
  db: Database,
  actor: Actor,
  query: z.infer<typeof segmentListQuerySchema>,
): Promise<SegmentListItem[]> {
  const rows = await db.segment.findMany({
    where: { workspaceId: actor.workspaceId, archivedAt: query.archived ? { not: null } : null },
    orderBy: { name: 'asc' },
    take: SEGMENTS_LISTED,
  })
  const segments = await toSegments(db, actor, rows)
  const counts = query.counts ? await countAll(db, actor, segments) : []
  return segments.map((segment, index) => ({ ...segment, count: counts[index] ?? null }))
}

export async function getSegment(
  db: DatabaseSession,
  actor: Actor,
  segmentId: string,
): Promise<Segment> {
  const row = await db.segment.findFirst({
    where: { id: segmentId, workspaceId: actor.workspaceId },
  })
  if (!row) throw notFound('segment')
  const [segment] = await toSegments(db, actor, [row])
  if (!segment) throw notFound('segment')
  return segment
}

export async function createSegment(
  db: Database,
  actor: Actor,
  input: SegmentInput,
): Promise<Segment> {
  return write(db, async (tx) => {
    const { id } = await tx.segment.create({
      data: { ...toData(input), workspaceId: actor.workspaceId },
    })
    await writeAuditEntry(tx, actor, 'segment.create', id)
    return getSegment(tx, actor, id)
  })
}

/** Changes a segment. Campaigns that serve keep the one they were published with. */
export async function updateSegment(
  db: Database,
  actor: Actor,
  segmentId: string,
  input: SegmentInput,
): Promise<Segment> {
  return write(db, async (tx) => {
    const { count } = await tx.segment.updateMany({
      where: { id: segmentId, workspaceId: actor.workspaceId },
      data: toData(input),
    })
    if (count === 0) throw notFound('segment')
    await writeAuditEntry(tx, actor, 'segment.update', segmentId)
    return getSegment(tx, actor, segmentId)
  })
}

/** Archives a segment that no running campaign uses, or takes it back. */
export async function setSegmentArchived(
  db: Database,
  actor: Actor,
  segmentId: string,
  isArchived: boolean,
): Promise<Segment> {
  return write(db, async (tx) => {
    const { usedBy } = await getSegment(tx, actor, segmentId)
    const user = usedBy.find(({ status }) => status !== 'ended')
    if (isArchived && user) {
      throw new ProblemError(
        'conflict',
        `“${user.name}” uses this segment. Take it out of the campaign first.`,
      )
    }
    await tx.segment.updateMany({
      where: { id: segmentId, workspaceId: actor.workspaceId },
      data: { archivedAt: isArchived ? new Date() : null },
    })
    const action = isArchived ? 'segment.archive' : 'segment.restore'
    await writeAuditEntry(tx, actor, action, segmentId)
    return getSegment(tx, actor, segmentId)
  })
}

/** A name that is taken, also by an archived segment, is something the person can mend. */
async function write<Result>(
  db: Database,
  work: (tx: DatabaseSession) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.$transaction(work)
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      const message = 'A segment has this name already, perhaps among the archived ones'
      throw new ProblemError('unprocessable', `${message}.`, [{ path: 'name', message }])
    }
    throw error
  }
}

function toData({ name, description, condition }: SegmentInput) {
  return {
    name,
    description,
    condition: JSON.parse(toStorableJson(condition)) as Prisma.InputJsonObject,
  }
}

async function countAll(
  db: Database,
  actor: Actor,
  segments: readonly Segment[],
): Promise<SegmentCount[]> {
  try {
    const conditions = segments.map(({ condition }) => condition)
    return await countConditions(db, actor.workspaceId, conditions)
  } catch (error) {
    if (error instanceof ProblemError) return []
    throw error
  }
}

async function toSegments(
  db: DatabaseSession,
  actor: Actor,
  rows: readonly SegmentRow[],
): Promise<Segment[]> {
  const campaigns = await db.campaign.findMany({
    where: {
      workspaceId: actor.workspaceId,
      segmentIds: { hasSome: rows.map(({ id }) => id) },
    },
    select: { id: true, name: true, status: true, segmentIds: true },
    orderBy: { name: 'asc' },
  })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    condition: conditionSchema.parse(row.condition),
    isArchived: row.archivedAt !== null,
    updatedAt: row.updatedAt.toISOString(),
    usedBy: campaigns
      .filter(({ segmentIds }) => segmentIds.includes(row.id))
      .map(({ id, name, status }) => ({ id, name, status })),
  }))
}
