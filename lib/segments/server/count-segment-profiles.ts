import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { type Condition, conditionSchema } from '@/lib/decision/condition'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { ProblemError } from '@/lib/http/problem'
import type { SegmentCount } from '@/lib/segments/segment'
import type { Actor } from '@/lib/workspaces/permission'
import { Prisma } from '@/prisma/generated/client'
import { compileConditionSql, readsContext, type SegmentConditions } from './compile-condition-sql'

const COUNT_TIMEOUT_MS = 4_000
const MAX_COMPARISONS = 300
const rowsSchema = z.tuple([
  z.object({ total: z.number(), consented: z.number(), matching: z.array(z.number()) }),
])

/** Live count of the customers a condition picks out; may ask for segments of the workspace. */
export async function countSegmentProfiles(
  db: Database,
  actor: Actor,
  condition: Condition,
): Promise<SegmentCount> {
  const { segmentIds } = listConditionReferences(condition)
  const segments = await loadConditions(db, actor.workspaceId, segmentIds)
  const [count] = await countConditions(db, actor.workspaceId, [condition], segments)
  if (!count) throw new Error('one condition has one count')
  return count
}

/**
 * Counts the customers of several conditions in one pass over the consented profiles of the
 * workspace. Throws `unavailable` when it takes too long.
 */
export async function countConditions(
  db: Database,
  workspaceId: string,
  conditions: readonly Condition[],
  segments: SegmentConditions = new Map(),
): Promise<SegmentCount[]> {
  const size = [...conditions, ...segments.values()].reduce((sum, one) => sum + countLeaves(one), 0)
  if (size > MAX_COMPARISONS) {
    throw new ProblemError('unprocessable', `Count at most ${MAX_COMPARISONS} comparisons at once.`)
  }
  if (conditions.length === 0) return []
  const matching = conditions.map(
    (one) => Prisma.sql`count(*) FILTER (WHERE ${compileConditionSql(one, segments)})::int`,
  )
  const query = Prisma.sql`
    SELECT (SELECT count(*)::int FROM profile WHERE workspace_id = ${workspaceId}) AS total,
      count(*)::int AS consented, ARRAY[${Prisma.join(matching)}] AS matching
    FROM profile WHERE workspace_id = ${workspaceId} AND has_consent`
  const [row] = rowsSchema.parse(await runWithTimeout(db, query))
  return conditions.map((condition, index) => ({
    matching: row.matching[index] ?? 0,
    consented: row.consented,
    total: row.total,
    ignoresContext: readsContext(condition, segments),
  }))
}

async function runWithTimeout(db: Database, query: Prisma.Sql): Promise<unknown> {
  try {
    const [, rows] = await db.$transaction([
      db.$executeRaw`SELECT set_config('statement_timeout', ${String(COUNT_TIMEOUT_MS)}, true)`,
      db.$queryRaw(query),
    ])
    return rows
  } catch (error) {
    if (error instanceof Error && error.message.includes('statement timeout')) {
      throw new ProblemError('unavailable', 'Counting these customers takes too long.')
    }
    throw error
  }
}

async function loadConditions(
  db: Database,
  workspaceId: string,
  segmentIds: readonly string[],
): Promise<SegmentConditions> {
  if (segmentIds.length === 0) return new Map()
  const rows = await db.segment.findMany({
    where: { workspaceId, id: { in: [...segmentIds] }, archivedAt: null },
    select: { id: true, condition: true },
  })
  return new Map(rows.map(({ id, condition }) => [id, conditionSchema.parse(condition)]))
}

function countLeaves(condition: Condition): number {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.reduce((sum, part) => sum + countLeaves(part), 0)
    case 'not':
      return countLeaves(condition.of)
    case 'compare':
    case 'segment':
      return 1
  }
}
