import { type FacetName, facetNameSchema, NONE } from '@/lib/assets/asset-filter'
import type { AssetFacets, AssetFacetsQuery } from '@/lib/assets/asset-list'
import type { DatabaseSession } from '@/lib/db/client'
import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { baseConditions, type FacetColumn, facetColumns, facetConditions } from './asset-conditions'

/** Of tags and sources there may be thousands. */
const MOST_VALUES = 300
type Columns = Record<FacetName, FacetColumn>
type Conditions = readonly [FacetName, Prisma.Sql][]
interface CountRow {
  facet: FacetName | 'total'
  value: string
  count: number
}

/**
 * How many assets each value of each facet would show, given everything else that is asked for. One
 * pass: an asset that misses one facet's condition still counts for that facet, and only for that.
 */
export async function countAssetFacets(
  db: DatabaseSession,
  actor: Actor,
  query: AssetFacetsQuery,
  now = new Date(),
): Promise<AssetFacets> {
  const columns = facetColumns(actor.workspaceId, now)
  const conditions = facetConditions(columns, query)
  const base = baseConditions(actor.workspaceId, query)
  const lists = facetNameSchema.options.filter((name) => columns[name].isList)
  const rows = await db.$queryRaw<CountRow[]>`
    WITH near AS MATERIALIZED (
      SELECT ${valueList(columns)}, missed
      FROM (
        SELECT ${columnList(columns)}, ${missedName(conditions)} AS missed
        FROM (SELECT *, ${conditionList(conditions)} FROM asset
          WHERE ${Prisma.join(base, ' AND ')} OFFSET 0) AS judged
        WHERE ${missedCount(conditions)} <= 1
      ) AS named
    )
    SELECT 'total' AS facet, '' AS value, count(*)::int AS count FROM near WHERE missed IS NULL
    UNION ALL ${countSingles(facetNameSchema.options.filter((name) => !columns[name].isList))}
    ${Prisma.join(lists.map(countList), ' ')}`
  return {
    total: rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    facets: Object.fromEntries(
      facetNameSchema.options.map((name) => [name, listValues(rows, name)]),
    ) as AssetFacets['facets'],
  }
}

function listValues(rows: readonly CountRow[], name: FacetName) {
  return rows
    .filter(({ facet }) => facet === name)
    .map(({ value, count }) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
}

const nameOf = (prefix: string, name: FacetName) => Prisma.raw(`${prefix}_${name}`)

function columnList(columns: Columns): Prisma.Sql {
  return Prisma.join(
    facetNameSchema.options.map(
      (name) => Prisma.sql`${columns[name].sql} AS ${nameOf('raw', name)}`,
    ),
  )
}

/** The value for those that count for the facet, null for the others. */
function valueList(columns: Columns): Prisma.Sql {
  const values = facetNameSchema.options.map((name) => {
    const raw = nameOf('raw', name)
    const value = columns[name].isList
      ? Prisma.sql`CASE WHEN coalesce(cardinality(${raw}), 0) = 0 THEN ARRAY[${NONE}] ELSE ${raw} END`
      : Prisma.sql`coalesce(${raw}, ${NONE})`
    return Prisma.sql`CASE WHEN missed IS NULL OR missed = ${name} THEN ${value} END AS ${nameOf('of', name)}`
  })
  return Prisma.join(values)
}

function conditionList(conditions: Conditions): Prisma.Sql {
  return Prisma.join(
    conditions.map(([name, sql]) => Prisma.sql`(${sql}) AS ${nameOf('has', name)}`),
  )
}

function missedCount(conditions: Conditions): Prisma.Sql {
  const misses = conditions.map(([name]) => Prisma.sql`(NOT ${nameOf('has', name)})::int`)
  return Prisma.join(misses, ' + ')
}

function missedName(conditions: Conditions): Prisma.Sql {
  const cases = conditions.map(([name]) => Prisma.sql`WHEN NOT ${nameOf('has', name)} THEN ${name}`)
  return Prisma.sql`CASE ${Prisma.join(cases, ' ')} END`
}

/** All facets with one value an asset, in one scan. */
function countSingles(names: readonly FacetName[]): Prisma.Sql {
  const columns = names.map((name) => nameOf('of', name))
  const facet = names.map(
    (name) => Prisma.sql`WHEN GROUPING(${nameOf('of', name)}) = 0 THEN ${name}`,
  )
  return Prisma.sql`
    SELECT facet, value, count FROM (
      SELECT CASE ${Prisma.join(facet, ' ')} END AS facet, coalesce(${Prisma.join(columns)}) AS value,
        count(*)::int AS count
      FROM near GROUP BY GROUPING SETS (${Prisma.join(columns.map((column) => Prisma.sql`(${column})`))})
    ) AS counted WHERE value IS NOT NULL`
}

function countList(name: FacetName): Prisma.Sql {
  return Prisma.sql`UNION ALL
    SELECT ${name} AS facet, value, count(*)::int AS count
    FROM (SELECT unnest(${nameOf('of', name)}) AS value FROM near) AS counted GROUP BY value`
}
