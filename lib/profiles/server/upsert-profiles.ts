import type { DatabaseSession } from '@/lib/db/client'
import type { CustomerProfile } from '@/lib/profiles/profile'

/**
 * Writes profiles in one statement; the last of equal identifiers wins. A profile whose consent is
 * withdrawn loses its attributes.
 */
export async function upsertProfiles(
  db: DatabaseSession,
  workspaceId: string,
  sourceId: string,
  profiles: readonly CustomerProfile[],
): Promise<void> {
  const unique = [...new Map(profiles.map((profile) => [profile.externalIdHash, profile])).values()]
  if (unique.length === 0) return
  await db.$executeRaw`
    INSERT INTO profile (id, workspace_id, external_id_hash, attributes, has_consent, source_id, updated_at)
    SELECT substr(md5(${workspaceId} || u.hash), 1, 24), ${workspaceId}, u.hash, u.attributes, u.has_consent, ${sourceId}, now()
    FROM unnest(
      ${unique.map((p) => p.externalIdHash)}::text[],
      ${unique.map((p) => JSON.stringify(p.hasConsent ? p.attributes : {}))}::jsonb[],
      ${unique.map((p) => p.hasConsent)}::boolean[]
    ) AS u(hash, attributes, has_consent)
    ON CONFLICT (workspace_id, external_id_hash) DO UPDATE
      SET attributes = CASE WHEN excluded.has_consent THEN profile.attributes || excluded.attributes ELSE '{}'::jsonb END,
          has_consent = excluded.has_consent,
          source_id = excluded.source_id,
          updated_at = now()`
}
