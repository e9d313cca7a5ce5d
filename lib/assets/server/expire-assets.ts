import { findStandings } from '@/lib/approvals/server/find-standing'
import { nextAssetState } from '@/lib/assets/asset-state'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { SettleAssets } from './settle-assets'

/** So many at a time; the rest is found by the next run. */
const BATCH = 500

/**
 * Names what serving stopped by itself: approved assets whose rights or approvals have run out
 * become expired, with an entry in the audit log. Answers how many. Safe to run twice at once.
 */
export async function expireAssets(db: Database, settle: SettleAssets): Promise<number> {
  const now = new Date()
  const due = await db.asset.findMany({
    where: {
      state: 'approved',
      OR: [
        { rightsEndAt: { lte: now } },
        { approvals: { some: { revokedAt: null, expiresAt: { lte: now } } } },
      ],
    },
    orderBy: { id: 'asc' },
    take: BATCH,
  })
  let expired = 0
  for (const [workspaceId, assets] of Map.groupBy(due, (asset) => asset.workspaceId)) {
    const actor: Actor = { kind: 'system', id: 'expire-assets', workspaceId, permissions: [] }
    expired += await db.$transaction(async (tx) => {
      const standings = await findStandings(tx, workspaceId, assets, now.getTime())
      const done: string[] = []
      for (const asset of assets) {
        const next = nextAssetState(asset.state, 'expire', actor.permissions, false)
        if (standings.get(asset.id) || next.kind !== 'ok') continue
        const { id, state, updatedAt } = asset
        const { count } = await tx.asset.updateMany({
          where: { id, state, updatedAt },
          data: { state: next.state },
        })
        if (count === 0) continue
        done.push(id)
        await writeAuditEntry(tx, actor, 'asset.expire', id, { from: state, to: next.state })
      }
      await settle(tx, actor, done)
      return done.length
    })
  }
  return expired
}
