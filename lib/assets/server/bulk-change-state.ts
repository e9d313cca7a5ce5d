import { changeAssetStateSchema } from '@/lib/assets/asset'
import { type AssetImpact, joinImpacts } from '@/lib/assets/asset-impact'
import type { AssetState } from '@/lib/assets/asset-state'
import { type BulkResult, REFUSALS_TOLD, type StateChange } from '@/lib/assets/bulk-change'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { type BulkUndo, keepUndo } from './bulk-undo'
import { changeAssetState } from './change-asset-state'
import type { SettleAssets } from './settle-assets'

const BATCH = 500

/** Submits, approves, archives or restores many assets, five hundred in one transaction. */
export async function bulkChangeState(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  { action }: StateChange,
  settle: SettleAssets,
): Promise<BulkResult> {
  const known = await readStates(db, actor, ids)
  const before: (BulkUndo & { kind: 'state' })['before'] = []
  const refusals: BulkResult['refusals'] = []
  const impacts: AssetImpact[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    const assetIds = ids.slice(start, start + BATCH)
    const input = changeAssetStateSchema.parse({ action, assetIds })
    const { changed, refused, impact } = await changeAssetState(db, actor, input, settle)
    impacts.push(impact)
    for (const { id, state } of changed) {
      const was = known.get(id)
      if (was) before.push({ id, from: was.state, to: state, version: was.version })
    }
    for (const { id, reason } of refused) {
      refusals.push({ id, name: known.get(id)?.name ?? '', reason })
    }
  }
  return {
    ...{ targeted: ids.length, changed: before.length, unchanged: 0, refused: refusals.length },
    refusals: refusals.slice(0, REFUSALS_TOLD),
    undoId: before.length > 0 ? await keepUndo(db, actor, { kind: 'state', action, before }) : null,
    impact: joinImpacts(impacts),
  }
}

async function readStates(
  db: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, { name: string; state: AssetState; version: number }>> {
  const rows = await db.asset.findMany({
    where: { id: { in: [...ids] }, workspaceId: actor.workspaceId },
    select: { id: true, name: true, state: true, version: true },
  })
  return new Map(rows.map((row) => [row.id, row]))
}
