import { evaluateApprovals } from '@/lib/approvals/evaluate-approvals'
import { getApprovalPolicy, loadApprovals } from '@/lib/approvals/server/load-approvals'
import { type AssetImpact, joinImpacts } from '@/lib/assets/asset-impact'
import { nextAssetState } from '@/lib/assets/asset-state'
import { type BulkResult, REFUSALS_TOLD } from '@/lib/assets/bulk-change'
import { CHANGED_SINCE } from '@/lib/assets/undo-asset-step'
import type { Database, DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntries } from '@/lib/workspaces/server/write-audit-entry'
import { type BulkUndo, takeUndo } from './bulk-undo'
import { hashAssetContent } from './hash-asset-content'
import { lockAssets } from './lock-assets'
import type { SettleAssets } from './settle-assets'
import { undoBulkState } from './undo-bulk-state'
import { type FieldsWrite, writeBulkFields } from './write-bulk-fields'

const BATCH = 500

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
        const rows = await lockAssets(tx, actor, ids)
        const writes = batch.flatMap((after) => {
          const row = rows.get(after.id)
          if (row?.updatedAt.toISOString() === at) return [{ before: row, after }]
          refusals.push({ id: after.id, name: row?.name ?? '', reason: CHANGED_SINCE })
          return []
        })
        await writeBulkFields(tx, actor, await withTrueStates(tx, actor, writes, now), now)
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

/** Approved again only where the approvals of that content still meet the policy. */
async function withTrueStates(
  tx: DatabaseSession,
  { workspaceId, permissions }: Actor,
  writes: readonly FieldsWrite[],
  now: Date,
): Promise<FieldsWrite[]> {
  const moved = writes.filter(({ before, after }) => before.state !== after.state)
  const policy = await getApprovalPolicy(tx, workspaceId)
  const approvals = await loadApprovals(
    tx,
    workspaceId,
    moved.map(({ after }) => after.id),
  )
  return writes.map((write) => {
    const { before, after } = write
    if (before.state === after.state || after.state !== 'approved') return write
    const contentSha256 = hashAssetContent({ ...before, locale: after.locale })
    const given = approvals.get(after.id) ?? []
    const isApproved = evaluateApprovals(policy, given, contentSha256, now.getTime()) !== null
    if (isApproved) return write
    const next = nextAssetState(before.state, 'edit', permissions, false)
    return next.kind === 'ok' ? { before, after: { ...after, state: next.state } } : write
  })
}

async function undoStates(
  db: Database,
  actor: Actor,
  undo: BulkUndo & { kind: 'state' },
  settle: SettleAssets,
): Promise<Undone> {
  const refusals: BulkResult['refusals'] = []
  const impacts: AssetImpact[] = []
  let changed = 0
  for (let start = 0; start < undo.before.length; start += BATCH) {
    const batch = { ...undo, before: undo.before.slice(start, start + BATCH) }
    const undone = await db.$transaction(
      async (tx) => {
        const done = await undoBulkState(tx, actor, batch)
        return { ...done, impact: await settle(tx, actor, done.ids) }
      },
      { timeout: 30_000 },
    )
    changed += undone.ids.length
    refusals.push(...undone.refusals)
    impacts.push(undone.impact)
  }
  return { changed, refusals, impacts }
}
