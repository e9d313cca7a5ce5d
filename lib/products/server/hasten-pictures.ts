import type { DatabaseSession } from '@/lib/db/client'

/** The pictures of these products are fetched before all others; those that failed, once more. */
export async function hastenPictures(
  db: DatabaseSession,
  workspaceId: string,
  keys: readonly string[],
): Promise<void> {
  await db.product.updateMany({
    where: { workspaceId, key: { in: [...keys] }, fetchedUrl: null },
    data: { nextAttemptAt: new Date(0) },
  })
}
