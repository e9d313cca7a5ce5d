import { randomUUID } from 'node:crypto'
import { createDatabase } from '@/lib/db/client'
import { makeDecision } from '@/lib/events/testing/make-decision'

const ROWS_AT_ONCE = 4_000
const ROWS_IN_TURN = 1_000
const WARM_UP = 500

/**
 * The usual way to store an event: Prisma's `create` for each, `waiting` at a time, with the
 * studio's own client. The table is the audit log's, a row of ids and JSON with one index, like an
 * event without its deduplication.
 */
export async function measurePrismaCreate(databaseUrl: string, waiting: number): Promise<number> {
  const db = createDatabase(databaseUrl)
  try {
    const slug = `bench-${randomUUID()}`
    const { id: workspaceId } = await db.workspace.create({ data: { name: 'Bench', slug } })
    const create = async (count: number): Promise<void> => {
      let next = 0
      const client = async (): Promise<void> => {
        for (let n = next++; n < count; n = next++) {
          const detail = { ...makeDecision(n, Date.now()) }
          const entry = {
            actorKind: 'system',
            actorId: 'bench',
            action: 'bench',
            subjectId: `${n}`,
          }
          await db.auditEntry.create({ data: { workspaceId, ...entry, detail } })
        }
      }
      await Promise.all(Array.from({ length: waiting }, client))
    }
    const rows = waiting === 1 ? ROWS_IN_TURN : ROWS_AT_ONCE
    await create(WARM_UP)
    const startedAtMs = performance.now()
    await create(rows)
    return (rows * 1_000) / (performance.now() - startedAtMs)
  } finally {
    await db.$disconnect()
  }
}
