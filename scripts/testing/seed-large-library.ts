import { createDatabase } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import { fillLibrary } from './fill-library'

export const LARGE_LIBRARY = 'Large library'
const COUNT = 10_000

/** A workspace with 10,000 assets beside the demonstration's, of the same people and pictures. */
export async function seedLargeLibrary(databaseUrl: string): Promise<void> {
  const [db, pool] = [createDatabase(databaseUrl), createPool(databaseUrl, 1)]
  try {
    const demo = await db.workspace.findFirstOrThrow({
      where: { isDemo: true },
      include: { memberships: true },
    })
    const { id: workspaceId } = await db.workspace.create({
      data: {
        ...{ name: LARGE_LIBRARY, slug: 'large-library' },
        memberships: { create: demo.memberships.map(({ userId, role }) => ({ userId, role })) },
      },
    })
    await fillLibrary(pool, { workspaceId, count: COUNT, picturesOf: demo.id })
  } finally {
    await Promise.all([db.$disconnect(), pool.end()])
  }
}
