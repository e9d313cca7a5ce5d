import type { BulkChange, BulkResult } from '@/lib/assets/bulk-change'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { bulkChangeFields } from './bulk-change-fields'
import { bulkChangeState } from './bulk-change-state'
import { findBulkIds } from './find-bulk-ids'
import type { SettleAssets } from './settle-assets'

/**
 * Changes the assets that are named, or all that fit a filter. Throws `unprocessable` when more fit
 * than one change takes.
 */
export async function bulkChangeAssets(
  db: Database,
  actor: Actor,
  { target, change }: BulkChange,
  settle: SettleAssets,
): Promise<BulkResult> {
  const ids = await findBulkIds(db, actor, target)
  return change.kind === 'state'
    ? bulkChangeState(db, actor, ids, change, settle)
    : bulkChangeFields(db, actor, ids, change, settle)
}
