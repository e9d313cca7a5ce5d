import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssetFilter } from '@/lib/assets/asset-filter'
import { assetSortSchema } from '@/lib/assets/asset-list'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { fillLibrary } from '@/scripts/testing/fill-library'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { matchCondition } from './asset-conditions'
import { countAssetFacets } from './count-asset-facets'
import { pageSql } from './list-assets'

let test: TestDatabase
let db: Database
let actor: Actor

beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
  actor = await createTestWorkspace(db)
  const pool = createPool(test.url, 2)
  await fillLibrary(pool, { workspaceId: actor.workspaceId, count: 10_000 })
  await pool.end()
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
})

async function explain(sql: Prisma.Sql): Promise<string> {
  const rows = await db.$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN ${sql}`
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
const matches = (filter: AssetFilter) => matchCondition(actor.workspaceId, filter, new Date())

describe('among 10,000 assets', () => {
  const INDEXES = {
    newest: 'asset_by_created',
    name: 'asset_by_name',
    updated: 'asset_by_updated',
    rights_end: 'asset_by_rights_end',
    weight: 'asset_by_weight',
  }

  it.each(
    assetSortSchema.options.flatMap((sort) => [
      { sort, order: 'asc' as const },
      { sort, order: 'desc' as const },
    ]),
  )('a page by $sort $order reads its index and sorts nothing', async ({ sort, order }) => {
    const plan = await explain(pageSql(matches({}), { sort, order, limit: 60, after: null }))
    expect(plan).toContain(INDEXES[sort])
    expect(plan).not.toContain('Sort')
  })

  it('a later page begins where the one before ended', async () => {
    const after = { sort: 'name', order: 'asc', key: 'quiet', id: 'x' } as const
    const wish = { sort: 'name', order: 'asc', limit: 60, after } as const
    const plan = await explain(pageSql(matches({}), wish))
    expect(plan).toMatch(/Index Cond:.*ROW\(lower\(name\), id\) >/)
  })

  it('a rare word is found by its trigrams', async () => {
    const plan = await explain(
      Prisma.sql`SELECT count(*) FROM asset WHERE ${matches({ search: '07431' })}`,
    )
    expect(plan).toContain('asset_search_text_idx')
  })

  it('facets are counted in one pass over the workspace', async () => {
    const counted = await countAssetFacets(db, actor, { tag: ['hero'], rights: ['ending'] })
    expect(counted.total).toBeGreaterThan(0)
    expect(counted.facets.tag.length).toBeGreaterThan(5)
  })
})
