import type { Pool } from 'pg'

/** Noted at most once a minute for each key, whatever the call does. */
const UNSTABLE = `- 'last_used_at'`

/** A hash of the rows of every table: equal before and after means that nothing was written. */
export async function fingerprint(pool: Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'events') AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const hashes = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS hash
       FROM (SELECT (to_jsonb(t) ${UNSTABLE})::text AS row FROM ${name} t) AS rows`,
  )
  const { rows } = await pool.query<{ name: string; hash: string }>(hashes.join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
