import type { Pool } from 'pg'
import { expireAssets } from '@/lib/assets/server/expire-assets'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import type { Database } from '@/lib/db/client'
import type { Env } from '@/lib/env'
import { renderStaleAssets } from '@/lib/assets/server/render-stale-assets'
import { fetchProductPictures } from '@/lib/products/server/fetch-product-pictures'
import { prunePolicies } from '@/lib/learning/server/prune-policies'
import { pruneRenderChecks } from '@/lib/render-checks/server/prune-render-checks'
import { expireUploads, resumeUploads } from '@/lib/uploads/server/tend-uploads'

const PARTITION_DAYS_AHEAD = 14
/** For as long a stored decision can be replayed; its policy goes after that. */
const MAX_EXPLAIN_DAYS = 7
/** Reports show times of day for campaigns that are younger than this. */
const TIME_ROLLUP_DAYS = 3

/** Of each minute; uploads and ads need the rest. */
const RENDER_FOR_MS = 45_000
const FETCH_FOR_MS = 45_000

export interface JobContext {
  readonly pool: Pool
  readonly db: Database
  readonly env: Pick<Env, 'DATABASE_URL' | 'EVENT_RETENTION_DAYS' | 'PRODUCT_PICTURE_ADDRESSES'>
}

export interface ScheduledJob {
  readonly name: string
  /** Cron expression, UTC. */
  readonly cron: string
  /** Safe to repeat and to run twice at once. */
  run(context: JobContext): Promise<void>
}

export const SCHEDULED_JOBS: readonly ScheduledJob[] = [
  {
    name: 'create-partitions',
    cron: '5 */6 * * *',
    async run({ pool }) {
      await pool.query(
        `SELECT events.ensure_partitions(
           (now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + $1::int)`,
        [PARTITION_DAYS_AHEAD],
      )
    },
  },
  {
    name: 'expire-events',
    cron: '40 3 * * *',
    async run({ pool, env }) {
      await pool.query(
        `SELECT events.drop_partitions_before((now() AT TIME ZONE 'UTC')::date - $1::int)`,
        [env.EVENT_RETENTION_DAYS],
      )
      await pool.query(
        'DELETE FROM events.rollup_time WHERE starts_at < now() - make_interval(days => $1)',
        [TIME_ROLLUP_DAYS],
      )
    },
  },
  {
    name: 'expire-assets',
    cron: '*/5 * * * *',
    async run({ db }) {
      await expireAssets(db, settleLiveAssets)
    },
  },
  {
    name: 'prune-policies',
    cron: '20 * * * *',
    async run({ db, env }) {
      await prunePolicies(db, Math.min(MAX_EXPLAIN_DAYS, env.EVENT_RETENTION_DAYS))
    },
  },
  {
    name: 'prune-render-checks',
    cron: '10 4 * * *',
    async run({ db }) {
      await pruneRenderChecks(db)
    },
  },
  {
    name: 'resume-uploads',
    cron: '* * * * *',
    async run({ db }) {
      await resumeUploads(db)
    },
  },
  {
    name: 'expire-uploads',
    cron: '50 * * * *',
    async run({ db }) {
      await expireUploads(db)
    },
  },
  {
    name: 'fetch-product-pictures',
    cron: '* * * * *',
    async run({ db, env }) {
      const allowAddresses = env.PRODUCT_PICTURE_ADDRESSES
      await fetchProductPictures(db, FETCH_FOR_MS, { fetch: { allowAddresses } })
    },
  },
  {
    name: 'render-assets',
    cron: '* * * * *',
    async run({ db }) {
      await renderStaleAssets(db, RENDER_FOR_MS)
    },
  },
]
