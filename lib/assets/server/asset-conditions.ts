import { copyKindSchema, pictureKindSchema } from '@/lib/assets/asset'
import {
  type AssetFilter,
  type FacetName,
  facetNameSchema,
  NONE,
  SIZE_CLASS_PIXELS,
} from '@/lib/assets/asset-filter'
import { rightsEndingBefore } from '@/lib/assets/rights'
import { Prisma } from '@/prisma/generated/client'

const GROUPS = { pictures: pictureKindSchema.options, copy: copyKindSchema.options } as const

/** What each facet is in SQL: of the table `asset`, one value or several, null or empty for none. */
export interface FacetColumn {
  readonly sql: Prisma.Sql
  readonly isList: boolean
}

const { medium, large } = SIZE_CLASS_PIXELS

/** `now` decides how rights stand. */
export function facetColumns(workspaceId: string, now: Date): Record<FacetName, FacetColumn> {
  const at = Prisma.sql`${now.toISOString()}::timestamptz`
  const soon = Prisma.sql`${rightsEndingBefore(now).toISOString()}::timestamptz`
  const one = (sql: Prisma.Sql): FacetColumn => ({ sql, isList: false })
  const many = (sql: Prisma.Sql): FacetColumn => ({ sql, isList: true })
  return {
    kind: one(Prisma.sql`kind::text`),
    state: one(Prisma.sql`state::text`),
    locale: one(Prisma.sql`locale`),
    market: many(Prisma.sql`markets`),
    tag: many(Prisma.sql`tags`),
    source: one(Prisma.sql`nullif(source, '')`),
    size: one(Prisma.sql`CASE WHEN width_px::bigint * height_px >= ${large} THEN 'large'
      WHEN width_px::bigint * height_px >= ${medium} THEN 'medium'
      WHEN width_px IS NOT NULL THEN 'small' END`),
    orientation: one(Prisma.sql`CASE WHEN width_px * 10 > height_px * 11 THEN 'landscape'
      WHEN height_px * 10 > width_px * 11 THEN 'portrait'
      WHEN width_px IS NOT NULL THEN 'square' END`),
    color: many(Prisma.sql`color_names`),
    rights: one(Prisma.sql`CASE WHEN rights_end_at <= ${at} THEN 'ended'
      WHEN rights_start_at > ${at} THEN 'not_yet'
      WHEN rights_end_at <= ${soon} THEN 'ending' ELSE 'fine' END`),
    usage: one(Prisma.sql`CASE WHEN id IN (
        SELECT used.asset_id FROM campaign_slot_asset used
        JOIN campaign_slot ON campaign_slot.id = used.slot_id
        JOIN campaign ON campaign.id = campaign_slot.campaign_id
        WHERE campaign.workspace_id = ${workspaceId}
      ) THEN 'used' ELSE 'unused' END`),
  }
}

/** What every asset of the answer has in common, facets apart. */
export function baseConditions(workspaceId: string, filter: AssetFilter): Prisma.Sql[] {
  const { search, group } = filter
  const words = search ? search.toLowerCase().split(' ').filter(Boolean) : []
  return [
    Prisma.sql`workspace_id = ${workspaceId}`,
    ...words.map((word) => Prisma.sql`search_text LIKE ${`%${escapeLike(word)}%`}`),
    ...(group ? [Prisma.sql`kind = ANY(${[...GROUPS[group]]}::asset_kind[])`] : []),
  ]
}

/** One condition for each facet that is asked for. */
export function facetConditions(
  columns: Record<FacetName, FacetColumn>,
  filter: AssetFilter,
): [FacetName, Prisma.Sql][] {
  return facetNameSchema.options.flatMap((name): [FacetName, Prisma.Sql][] => {
    const values: readonly string[] = filter[name] ?? []
    if (values.length > 0) return [[name, conditionOf(name, columns[name], values)]]
    return name === 'state' ? [[name, Prisma.sql`state <> 'archived'`]] : []
  })
}

function conditionOf(name: FacetName, column: FacetColumn, values: readonly string[]): Prisma.Sql {
  // As the column is, so that its index serves.
  if (name === 'kind') return Prisma.sql`kind = ANY(${values}::asset_kind[])`
  if (name === 'state') return Prisma.sql`state = ANY(${values}::asset_state[])`
  const has = column.isList
    ? Prisma.sql`coalesce(${column.sql} && ${values}::text[], false)`
    : Prisma.sql`coalesce(${column.sql} = ANY(${values}::text[]), false)`
  if (!values.includes(NONE)) return has
  const hasNone = column.isList
    ? Prisma.sql`coalesce(cardinality(${column.sql}), 0) = 0`
    : Prisma.sql`${column.sql} IS NULL`
  return Prisma.sql`(${has} OR ${hasNone})`
}

/** The whole filter as one condition on the table `asset`. */
export function matchCondition(workspaceId: string, filter: AssetFilter, now: Date): Prisma.Sql {
  const facets = facetConditions(facetColumns(workspaceId, now), filter)
  const conditions = [...baseConditions(workspaceId, filter), ...facets.map(([, sql]) => sql)]
  return Prisma.join(conditions, ' AND ')
}

/** `%` and `_` are wildcards to LIKE. */
function escapeLike(text: string): string {
  return text.replace(/\0/g, '').replace(/[\\%_]/g, String.raw`\$&`)
}
