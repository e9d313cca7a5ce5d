import type { Database } from '@/lib/db/client'
import type { WeightedCell } from '@/lib/learning/draw-rates'

const DECISIONS = 2_000
/** The commonest contexts: the rest hardly weighs in an average, and each costs time. */
const MAX_CELLS = 24

interface RecentAds {
  /** In which contexts ads were put together, and how often. */
  readonly cells: readonly WeightedCell[]
  /** How often each element was shown, by `slot assetId`. */
  readonly shown: ReadonlyMap<string, number>
}

/** The newest dynamic ads of a campaign, counted. */
export async function readRecentAds(
  db: Database,
  workspaceId: string,
  campaignId: string,
): Promise<RecentAds> {
  const rows = await db.$queryRaw<{ cell: WeightedCell['cell']; assets: Record<string, string> }[]>`
    SELECT record->'cell' AS cell, record->'assets' AS assets
    FROM (
      SELECT record FROM events.decision
      WHERE workspace_id = ${workspaceId} AND campaign_id = ${campaignId}
      ORDER BY id DESC LIMIT ${DECISIONS}
    ) AS recent
    WHERE record->>'arm' = 'dynamic'`
  const cells = countBy(rows, ({ cell }) => [JSON.stringify(cell)])
  return {
    cells: [...cells]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MAX_CELLS)
      .map(([cell, weight]) => ({ cell: JSON.parse(cell) as WeightedCell['cell'], weight })),
    shown: countBy(rows, ({ assets }) => Object.entries(assets).map((pair) => pair.join(' '))),
  }
}

function countBy<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of rows.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
