import { BULK_MOST, type BulkTarget } from '@/lib/assets/bulk-change'
import type { DatabaseSession } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { matchCondition } from './asset-conditions'

/** Whom a change is asked of, in one order, so that two changes cannot wait for each other. */
export async function findBulkIds(
  db: DatabaseSession,
  actor: Actor,
  target: BulkTarget,
): Promise<string[]> {
  if ('assetIds' in target) return [...new Set(target.assetIds)].sort()
  const matches = matchCondition(actor.workspaceId, target.filter, new Date())
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM asset WHERE ${matches} AND id <> ALL(${target.exceptIds}::text[])
    ORDER BY id COLLATE "C" LIMIT ${BULK_MOST + 1}`
  if (rows.length > BULK_MOST) {
    throw new ProblemError(
      'unprocessable',
      `More than ${BULK_MOST.toLocaleString('en')} assets fit. Narrow the filter and go on in parts.`,
    )
  }
  return rows.map(({ id }) => id)
}
