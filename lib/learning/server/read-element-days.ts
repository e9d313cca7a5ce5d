import type { Database } from '@/lib/db/client'
import type { Reward } from '@/lib/decision/snapshot'
import type { ElementDay } from '@/lib/learning/check-fatigue'

/** Fatigue is a matter of weeks; what is older is one sum. */
const DAYS = 56

interface ElementDayRow {
  slot: string
  assetId: string
  day: string | null
  n: number
  k: number
  w: number
  ww: number
  wr: number
  wwr: number
  wwrr: number
}

interface ElementDays {
  readonly days: readonly ElementDay[]
  /** Impressions of each element since the campaign began, by `slot assetId`. */
  readonly impressions: ReadonlyMap<string, number>
}

/** What the assembled ads of a campaign came to, by element and day; of values, the conversions. */
export async function readElementDays(
  db: Database,
  campaignId: string,
  reward: Reward,
): Promise<ElementDays> {
  const rows = await db.$queryRaw<ElementDayRow[]>`
    SELECT slot, asset_id AS "assetId", CASE WHEN day > current_date - ${DAYS}::int THEN day::text END AS day,
      sum(impressions)::float8 AS n,
      sum(CASE ${reward} WHEN 'click' THEN clicks WHEN 'engagement' THEN second_pages
        ELSE conversions END)::float8 AS k,
      sum(w) AS w, sum(ww) AS ww,
      sum(CASE ${reward} WHEN 'click' THEN click_wr ELSE conversion_wr END) AS wr,
      sum(CASE ${reward} WHEN 'click' THEN click_wwr ELSE conversion_wwr END) AS wwr,
      sum(CASE ${reward} WHEN 'click' THEN click_wwr ELSE conversion_wwrr END) AS wwrr
    FROM events.rollup_element_total
    WHERE campaign_id = ${campaignId} AND arm = 'dynamic'
    GROUP BY 1, 2, 3`
  const impressions = new Map<string, number>()
  for (const { slot, assetId, n } of rows) {
    const key = `${slot} ${assetId}`
    impressions.set(key, (impressions.get(key) ?? 0) + n)
  }
  return { impressions, days: rows.flatMap((row) => toElementDay(row, reward)) }
}

function toElementDay(
  { slot, assetId, day, n, k, w, ww, wr, wwr, wwrr }: ElementDayRow,
  reward: Reward,
): ElementDay[] {
  if (day === null) return []
  // Of engaged visits, and of days from before weights were kept, only the counts are known.
  const isWeighted = reward !== 'engagement' && w > 0
  const sums = isWeighted ? { n, w, ww, wr, wwr, wwrr } : { n, w: n, ww: n, wr: k, wwr: k, wwrr: k }
  return [{ slot, assetId, day, successes: k, sums }]
}
