import type { Pool } from 'pg'
import type { Database } from '@/lib/db/client'
import type { DecisionSummary } from '@/lib/events/decision-view'
import type { Actor } from '@/lib/workspaces/permission'
import { type DecisionQuery, listDecisions } from './find-decision'

/** Stored decisions with what they showed in words. Nothing for another workspace's campaign. */
export async function listDecisionPage(
  { db, pool }: { db: Database; pool: Pool },
  actor: Actor,
  query: DecisionQuery,
): Promise<DecisionSummary[]> {
  const decisions = await listDecisions(pool, actor.workspaceId, query)
  const ids = decisions.flatMap(({ assets }) => Object.values(assets))
  const assets = await db.asset.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  const names = new Map(assets.map(({ id, name }) => [id, name]))
  return decisions.map((decision) => ({
    ...decision,
    assetNames: Object.values(decision.assets).map((id) => names.get(id) ?? id),
  }))
}
