import { changeAssetStateSchema } from '@/lib/assets/asset'
import { type AssetImpact, joinImpacts } from '@/lib/assets/asset-impact'
import { findAssetActions } from '@/lib/assets/find-asset-actions'
import { type BulkResult, REFUSALS_TOLD } from '@/lib/assets/bulk-change'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntries } from '@/lib/workspaces/server/write-audit-entry'
import { lockAssets } from './bulk-change-fields'
import { type BulkUndo, takeUndo } from './bulk-undo'
import { changeAssetState } from './change-asset-state'
import type { SettleAssets } from './settle-assets'
import { writeBulkFields } from './write-bulk-fields'

const BATCH = 500
const CHANGED_SINCE = 'Somebody changed it since.'

/**
 * Takes back a change of many assets, by whoever made it, within an hour, once. What was changed
 * since is left alone and named. Throws `not_found`.
 */
export async function undoBulkChange(
  db: Database,
  actor: Actor,
  undoId: string,
  settle: SettleAssets,
): Promise<BulkResult> {
  const undo = await db.$transaction((tx) => takeUndo(tx, actor, undoId))
  const { changed, refusals, impacts } =
    undo.kind === 'fields'
      ? await undoFields(db, actor, undo, settle)
      : await undoStates(db, actor, undo, settle)
  return {
    ...{ targeted: undo.before.length, changed, unchanged: 0, refused: refusals.length },
    refusals: refusals.slice(0, REFUSALS_TOLD),
    undoId: null,
    impact: joinImpacts(impacts),
  }
}

interface Undone {
  readonly changed: number
  readonly refusals: BulkResult['refusals']
  readonly impacts: readonly AssetImpact[]
}

function undoFields(
  db: Database,
  actor: Actor,
  { before, at }: BulkUndo & { kind: 'fields' },
  settle: SettleAssets,
): Promise<Undone> {
  const now = new Date()
  return db.$transaction(
    async (tx) => {
      const refusals: BulkResult['refusals'] = []
      const impacts: AssetImpact[] = []
      for (let start = 0; start < before.length; start += BATCH) {
        const batch = before.slice(start, start + BATCH)
        const ids = batch.map(({ id }) => id)
        const rows = new Map((await lockAssets(tx, actor, ids)).map((row) => [row.id, row]))
        const writes = batch.flatMap((after) => {
          const row = rows.get(after.id)
          if (row?.updatedAt.toISOString() === at) return [{ before: row, after }]
          refusals.push({ id: after.id, name: row?.name ?? '', reason: CHANGED_SINCE })
          return []
        })
        await writeBulkFields(tx, actor, writes, now)
        const entries = writes.map(({ after }) => ({
          subjectId: after.id,
          detail: { isUndo: true },
        }))
        await writeAuditEntries(tx, actor, 'asset.updated', entries)
        const changedIds = writes.map(({ after }) => after.id)
        impacts.push(await settle(tx, actor, changedIds))
      }
      return { changed: before.length - refusals.length, refusals, impacts }
    },
    { timeout: 120_000 },
  )
}

/** Back by the steps that lead there, which write their own entries of the audit log. */
async function undoStates(
  db: Database,
  actor: Actor,
  { before }: BulkUndo & { kind: 'state' },
  settle: SettleAssets,
): Promise<Undone> {
  const refusals: BulkResult['refusals'] = []
  const impacts: AssetImpact[] = []
  let changed = 0
  for (const group of Map.groupBy(before, ({ from, to }) => `${from} ${to}`).values()) {
    const [first] = group
    const actions = first && findAssetActions(first.to, first.from, actor.permissions)
    const reason = 'It cannot go back to what it was.'
    if (!actions) refusals.push(...group.map(({ id }) => ({ id, name: '', reason })))
    for (let start = 0; actions && start < group.length; start += BATCH) {
      let assetIds = group.slice(start, start + BATCH).map(({ id }) => id)
      for (const action of actions) {
        if (assetIds.length === 0) break
        const outcome = await changeAssetState(
          db,
          actor,
          changeAssetStateSchema.parse({ action, assetIds }),
          settle,
        )
        impacts.push(outcome.impact)
        const isThere = ({ state }: { state: string }) => state === first?.from
        changed += outcome.changed.filter(isThere).length
        assetIds = outcome.changed.filter((one) => !isThere(one)).map(({ id }) => id)
        refusals.push(...outcome.refused.map((refusal) => ({ ...refusal, name: '' })))
      }
    }
  }
  return { changed, refusals, impacts }
}
