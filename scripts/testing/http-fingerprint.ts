import type { Pool } from 'pg'

/** Noted at most once a minute for each key, whatever the call does. */
const UNSTABLE = `- 'last_used_at'`
const BELONGS = `(to_jsonb(t) ->> 'workspace_id' = $1 OR ${[
  'id',
  'asset_id',
  'campaign_id',
  'template_id',
]
  .map((column) => `to_jsonb(t) ->> '${column}' = ANY($2)`)
  .join(' OR ')})`

/** What is told apart: rows of a workspace, and rows about anything that has one of these ids. */
interface Belongings {
  readonly workspaceId: string
  readonly ids: Readonly<Record<string, string>>
}

/**
 * A hash of the rows of every table, or of those that belong to a workspace: equal before and after
 * means that nothing was written.
 */
export async function fingerprint(
  pool: Pool,
  belongings?: Belongings,
): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'events') AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const hashes = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS hash
       FROM (SELECT (to_jsonb(t) ${UNSTABLE})::text AS row FROM ${name} t
             WHERE $1::text IS NULL OR ${BELONGS}) AS rows`,
  )
  const { rows } = await pool.query<{ name: string; hash: string }>(hashes.join(' UNION ALL '), [
    belongings?.workspaceId ?? null,
    Object.values(belongings?.ids ?? {}),
  ])
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
