import type { Database } from '@/lib/db/client'

/** After so long an ad is drawn again, if there is still one like it. */
const KEPT_DAYS = 180

/** Forgets what was found in ads that were drawn long ago. Returns how many went. */
export async function pruneRenderChecks(db: Database): Promise<number> {
  return db.$executeRaw`
    DELETE FROM render_check WHERE checked_at < now() - make_interval(days => ${KEPT_DAYS}::int)`
}
