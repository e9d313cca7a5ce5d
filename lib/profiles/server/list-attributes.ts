import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { type AttributeSummary } from '@/lib/profiles/profile'
import type { Actor } from '@/lib/workspaces/permission'

const SAMPLED_PROFILES = 20_000
const EXAMPLES = 12

const rowsSchema = z.array(
  z.object({
    name: z.string(),
    type: z.enum(['string', 'number', 'boolean']),
    profileCount: z.coerce.number(),
    examples: z.array(z.string()).nullable(),
    min: z.coerce.number().nullable(),
    max: z.coerce.number().nullable(),
  }),
)

/** The attributes that consented profiles have, over a bounded sample. */
export async function listAttributes(db: Database, actor: Actor): Promise<AttributeSummary[]> {
  const rows: unknown = await db.$queryRaw`
    WITH sample AS (
      SELECT attributes FROM profile
      WHERE workspace_id = ${actor.workspaceId} AND has_consent
      ORDER BY id LIMIT ${SAMPLED_PROFILES}
    ), pairs AS (
      SELECT a.key AS name, jsonb_typeof(a.value) AS type, a.value #>> '{}' AS text
      FROM sample, jsonb_each(sample.attributes) AS a
    ), counts AS (
      SELECT name, type, text, count(*) AS n, row_number() OVER (PARTITION BY name, type ORDER BY count(*) DESC, text) AS rank
      FROM pairs WHERE type IN ('string', 'number', 'boolean') GROUP BY name, type, text
    )
    SELECT name, type,
      sum(n)::int AS "profileCount",
      array_agg(text ORDER BY rank) FILTER (WHERE rank <= ${EXAMPLES} AND type <> 'number') AS examples,
      min(CASE WHEN type = 'number' THEN text::numeric END)::float8 AS min,
      max(CASE WHEN type = 'number' THEN text::numeric END)::float8 AS max
    FROM counts GROUP BY name, type ORDER BY name, type`
  return rowsSchema.parse(rows).map((row) => ({ ...row, examples: row.examples ?? [] }))
}
