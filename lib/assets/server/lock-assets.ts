import type { DatabaseSession } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'

/**
 * The rows of this workspace, by id, held until the transaction ends. Whoever puts one of them into
 * a campaign meanwhile is not in the way: they hold the campaign, which settling waits for.
 */
export async function lockAssets(
  tx: DatabaseSession,
  { workspaceId }: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Asset>> {
  // In one order, so that two changes cannot wait for each other.
  await tx.$queryRaw`SELECT 1 FROM asset WHERE id = ANY(${ids}::text[])
    AND workspace_id = ${workspaceId} ORDER BY id COLLATE "C" FOR NO KEY UPDATE`
  const rows = await tx.asset.findMany({ where: { id: { in: [...ids] }, workspaceId } })
  return new Map(rows.map((row) => [row.id, row]))
}
