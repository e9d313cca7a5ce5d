import type { DatabaseSession } from '@/lib/db/client'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { Observation } from '@/lib/learning/observations'

/** What happened to one combination of assets in one context cell, since a point in the stream. */
export interface OutcomeRow {
  readonly campaignId: string
  readonly cell: Record<string, string>
  readonly assets: Record<string, string>
  readonly impressions: number
  readonly clicks: number
  /** Decisions that converted, however often. */
  readonly conversions: number
  /** Visits that went beyond the landing page. */
  readonly secondPages: number
  /** Sums, in hours: how long ago the impressions were shown, how late the conversions came. */
  readonly ageHours: number
  readonly delayHours: number
  /** Conversions that are worth something: how many, and the sums of ln(micros) and its square. */
  readonly valued: number
  readonly logValueSum: number
  readonly logValueSumOfSquares: number
}

const MAX_EVENTS = 200_000

/** A stretch of transactions, `to` exclusive, all of which have ended; xid8 as decimal text. */
export interface Stretch {
  readonly from: string
  readonly to: string
  /** There is more than one stretch to read. */
  readonly isCut: boolean
}

/** Where the learner stands and how far it may read now. At most some 200,000 events. */
export async function findUnreadStretch(tx: DatabaseSession): Promise<Stretch> {
  await tx.$executeRaw`INSERT INTO events.watermark (reader, xid) VALUES ('learner', '0')
    ON CONFLICT DO NOTHING`
  const [stretch] = await tx.$queryRaw<Omit<Stretch, 'isCut'>[]>`
    SELECT xid::text AS "from", pg_snapshot_xmin(pg_current_snapshot())::text AS "to"
    FROM events.watermark WHERE reader = 'learner'`
  if (!stretch) throw new Error('the watermark of the learner is missing')
  const [cut] = await tx.$queryRaw<{ xid: string }[]>`
    SELECT xid::text AS xid FROM events.event
    WHERE xid >= ${stretch.from}::text::xid8 AND xid < ${stretch.to}::text::xid8
    ORDER BY xid OFFSET ${MAX_EVENTS} LIMIT 1`
  if (!cut) return { ...stretch, isCut: false }
  // A transaction is never divided, however large.
  const to = cut.xid === stretch.from ? `${BigInt(cut.xid) + 1n}` : cut.xid
  return { from: stretch.from, to, isCut: true }
}

/**
 * Counted events of the dynamic arm in a stretch that are not in their campaign's newest policy.
 * The holdout is never learnt from: it is the control, and a control that shapes the treatment
 * could not tell what the treatment is worth. A decision converts once, by its first conversion.
 * An event may be younger than this transaction: no age is below 0.
 */
export async function readOutcomes(tx: DatabaseSession, stretch: Stretch): Promise<OutcomeRow[]> {
  await tx.$executeRaw`SET LOCAL enable_hashjoin = off`
  await tx.$executeRaw`SET LOCAL enable_mergejoin = off`
  return tx.$queryRaw<OutcomeRow[]>`
    SELECT e.campaign_id AS "campaignId", d.record->'cell' AS cell, d.record->'assets' AS assets,
      (count(*) FILTER (WHERE e.kind = 'impression'))::int AS impressions,
      (count(*) FILTER (WHERE e.kind = 'click'))::int AS clicks,
      (count(*) FILTER (WHERE first.is_first))::int AS conversions,
      (count(*) FILTER (WHERE e.kind = 'engagement' AND e.dedupe_key = '2'))::int AS "secondPages",
      coalesce(sum(greatest(0, extract(epoch FROM now() - e.received_at)) / 3600)
        FILTER (WHERE e.kind = 'impression'), 0)::float8 AS "ageHours",
      coalesce(sum(greatest(0, extract(epoch FROM e.received_at) / 3600
        - (d.record->>'decidedAtMs')::float8 / 3600000)) FILTER (WHERE first.is_first), 0)::float8
        AS "delayHours",
      (count(*) FILTER (WHERE first.is_first AND e.value_micros > 0))::int AS valued,
      coalesce(sum(ln(e.value_micros)) FILTER (WHERE first.is_first AND e.value_micros > 0), 0)
        ::float8 AS "logValueSum",
      coalesce(sum(ln(e.value_micros) ^ 2) FILTER (WHERE first.is_first AND e.value_micros > 0), 0)
        ::float8 AS "logValueSumOfSquares"
    FROM events.event e
    JOIN events.decision d ON d.day = e.day AND d.id = e.decision_id
    JOIN campaign c ON c.id = e.campaign_id
    LEFT JOIN LATERAL (
      SELECT watermark_xid FROM policy WHERE campaign_id = c.id ORDER BY version DESC LIMIT 1
    ) learnt ON true
    CROSS JOIN LATERAL (
      SELECT e.kind = 'conversion' AND NOT EXISTS (
        SELECT 1 FROM events.event earlier
        WHERE earlier.day = e.day AND earlier.decision_id = e.decision_id
          AND earlier.kind = 'conversion' AND earlier.invalid_reason IS NULL
          AND (earlier.xid, earlier.dedupe_key) < (e.xid, e.dedupe_key)
      ) AS is_first
    ) first
    WHERE e.xid >= ${stretch.from}::text::xid8 AND e.xid < ${stretch.to}::text::xid8
      AND e.xid >= coalesce(learnt.watermark_xid, 0)::text::xid8
      AND e.invalid_reason IS NULL AND d.record->>'arm' = 'dynamic'
    GROUP BY 1, 2, 3`
}

/** The row as the learner sees it: what counts as a success is the campaign's reward. */
export function toObservation(
  row: OutcomeRow,
  reward: Snapshot['learning']['reward'],
): Observation {
  const { clicks, conversions, secondPages, cell, assets, impressions, ageHours, delayHours } = row
  const successes = {
    click: clicks,
    conversion: conversions,
    value: conversions,
    engagement: secondPages,
  }
  const values = { count: row.valued, sum: row.logValueSum, sumOfSquares: row.logValueSumOfSquares }
  const observation = { cell, assets, impressions, successes: successes[reward], ageHours }
  if (!isLateReward(reward)) return observation
  return reward === 'value'
    ? { ...observation, delayHours, values }
    : { ...observation, delayHours }
}

/** Conversions come hours or days after their impression; the other rewards within minutes. */
export const isLateReward = (reward: Snapshot['learning']['reward']) =>
  reward === 'conversion' || reward === 'value'
