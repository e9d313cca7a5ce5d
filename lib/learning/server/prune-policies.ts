import type { Database } from '@/lib/db/client'

/**
 * Removes policy versions that nothing needs: not the newest, older than two days, and not the one
 * that a stored decision of the last `explainDays` was made with. Returns how many went.
 */
export async function prunePolicies(db: Database, explainDays: number): Promise<number> {
  return db.$executeRaw`
    WITH used AS (
      SELECT DISTINCT campaign_id, (record->>'policyVersion')::int AS version
      FROM events.decision
      WHERE day >= (now() AT TIME ZONE 'UTC')::date - ${explainDays}::int
    )
    DELETE FROM policy p
    WHERE p.created_at < now() - interval '48 hours'
      AND p.version < (SELECT max(version) FROM policy newest WHERE newest.campaign_id = p.campaign_id)
      AND NOT EXISTS (
        SELECT 1 FROM used WHERE used.campaign_id = p.campaign_id AND used.version = p.version
      )`
}
