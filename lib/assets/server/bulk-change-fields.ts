import { findAssetChanges } from '@/lib/assets/asset-changes'
import { assetStateAfterEdit } from '@/lib/assets/asset-state'
import {
  type BulkResult,
  type FieldsChange,
  REFUSALS_TOLD,
  toAssetUpdate,
} from '@/lib/assets/bulk-change'
import type { Database } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntries } from '@/lib/workspaces/server/write-audit-entry'
import { type BulkFields, keepUndo } from './bulk-undo'
import { lockAssets } from './lock-assets'
import type { SettleAssets } from './settle-assets'
import { type FieldsWrite, toBulkFields, writeBulkFields } from './write-bulk-fields'

const BATCH = 500

type Judged =
  | { kind: 'write'; write: FieldsWrite; fields: string[] }
  | { kind: 'same' }
  | { kind: 'refused'; reason: string }

/**
 * Tags many assets, or sets their markets, rights, source or locale, as if each were edited by
 * itself: what may not be changed is refused with its reason and the rest is done, all in one
 * transaction. Answers what undoing it takes.
 */
export async function bulkChangeFields(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  change: FieldsChange,
  settle: SettleAssets,
): Promise<BulkResult> {
  const at = new Date()
  const before: BulkFields[] = []
  const refusals: BulkResult['refusals'] = []
  let unchanged = 0
  return db.$transaction(
    async (tx) => {
      for (let start = 0; start < ids.length; start += BATCH) {
        const batch = ids.slice(start, start + BATCH)
        const rows = await lockAssets(tx, actor, batch)
        const writes: (FieldsWrite & { fields: string[] })[] = []
        for (const id of batch) {
          const row = rows.get(id)
          const judged = judge(row, change)
          if (judged.kind === 'same') unchanged += 1
          else if (judged.kind === 'write') writes.push({ ...judged.write, fields: judged.fields })
          else refusals.push({ id, name: row?.name ?? '', reason: judged.reason })
        }
        await writeBulkFields(tx, actor, writes, at)
        await writeAuditEntries(
          tx,
          actor,
          'asset.updated',
          writes.map(({ after, fields }) => ({ subjectId: after.id, detail: { fields } })),
        )
        before.push(...writes.map((write) => toBulkFields(write.before)))
      }
      const changedIds = before.map(({ id }) => id)
      const impact = await settle(tx, actor, changedIds)
      const undo = { kind: 'fields', at: at.toISOString(), before } as const
      return {
        ...{ targeted: ids.length, changed: before.length, unchanged, refused: refusals.length },
        refusals: refusals.slice(0, REFUSALS_TOLD),
        undoId: before.length > 0 ? await keepUndo(tx, actor, undo) : null,
        impact,
      }
    },
    { timeout: 120_000 },
  )
}

function judge(row: Asset | undefined, change: FieldsChange): Judged {
  if (!row) return { kind: 'refused', reason: 'There is no such asset in this workspace.' }
  const edited = assetStateAfterEdit(row.state)
  if (edited.kind !== 'ok') return { kind: 'refused', reason: edited.reason }
  const update = toAssetUpdate(change, row.tags)
  if (update.tags && update.tags.length > 20) {
    return { kind: 'refused', reason: 'It would have more than 20 tags.' }
  }
  const found = findAssetChanges(row, update)
  if (found.kind === 'invalid') return { kind: 'refused', reason: found.message }
  const fields = Object.keys(found.changes)
  if (fields.length === 0) return { kind: 'same' }
  const state = found.changes.locale === undefined ? row.state : edited.state
  const after = toBulkFields({ ...row, ...found.changes, state } as Asset)
  return { kind: 'write', write: { before: row, after }, fields }
}
