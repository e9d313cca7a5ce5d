import type { ChangeAssetState, ChangeAssetStateResponse } from '@/lib/assets/asset'
import { type AssetAction, nextAssetState } from '@/lib/assets/asset-state'
import { findBrandRefusal } from '@/lib/brand/server/find-findings'
import type { Database, DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'

/**
 * Submits, approves, sends back, archives or restores many assets. Each is judged by itself: what
 * may not be done is refused with its reason and the rest is done.
 */
export async function changeAssetState(
  db: Database,
  actor: Actor,
  input: ChangeAssetState,
): Promise<ChangeAssetStateResponse> {
  const result: ChangeAssetStateResponse = { changed: [], refused: [] }
  // In one order, so that two bulk changes cannot wait for each other.
  const ids = [...new Set(input.assetIds)].sort()
  await db.$transaction(
    async (tx) => {
      for (const id of ids) {
        const outcome = await changeOne(tx, actor, id, input.action)
        if ('state' in outcome) result.changed.push(outcome)
        else result.refused.push(outcome)
      }
    },
    { timeout: 30_000 },
  )
  return result
}

async function changeOne(
  tx: DatabaseSession,
  actor: Actor,
  id: string,
  action: AssetAction,
): Promise<
  ChangeAssetStateResponse['changed'][number] | ChangeAssetStateResponse['refused'][number]
> {
  const { workspaceId } = actor
  const asset = await tx.asset.findFirst({ where: { id, workspaceId }, select: { state: true } })
  if (!asset) return { id, reason: 'There is no such asset in this workspace.' }
  const next = nextAssetState(asset.state, action, actor.permissions)
  if (next.kind !== 'ok') return { id, reason: next.reason }
  const refusal = action === 'approve' ? await findBrandRefusal(tx, actor, id) : null
  if (refusal) return { id, reason: refusal }
  const { count } = await tx.asset.updateMany({
    where: { id, workspaceId, state: asset.state },
    data: { state: next.state },
  })
  if (count === 0) return { id, reason: 'Somebody else changed it meanwhile.' }
  await writeAuditEntry(tx, actor, `asset.${action}`, id, { from: asset.state, to: next.state })
  return { id, state: next.state }
}
