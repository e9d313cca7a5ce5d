import { listAssetsQuerySchema, assetFacetsSchema, assetListSchema } from '@/lib/assets/asset-list'
import { countAssetFacets } from '@/lib/assets/server/count-asset-facets'
import { listAssets } from '@/lib/assets/server/list-assets'
import { createDatabase } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { fillLibrary } from '@/scripts/testing/fill-library'
import { createMigratedDatabase } from '@/scripts/testing/test-database'

const ASSETS = 10_000
const ROUNDS = 40
const PAGE = 100

/** 95th percentiles, in milliseconds, of what the server does for one request. */
export interface LibraryBench {
  readonly firstPageMs: number
  readonly searchMs: number
  readonly filteredMs: number
  readonly facetsMs: number
  /** All pages one after the other, to the end. */
  readonly allPagesMs: number
}

const QUERIES = {
  firstPageMs: [{}, { sort: 'name' }, { sort: 'rights_end' }, { sort: 'weight' }],
  searchMs: [{ search: 'boots' }, { search: '07431' }, { search: 'quiet jac' }, { search: 'x' }],
  filteredMs: [
    { tag: 'hero', state: 'approved' },
    { rights: 'ending', kind: 'image', sort: 'rights_end' },
    { color: 'blue', usage: 'unused', market: 'DE' },
    { size: 'large', orientation: 'landscape', locale: 'de,fr' },
  ],
} as const

/** A library of 10,000 assets beside one as large, in a scratch database. */
export async function benchLibrary(databaseUrl: string): Promise<LibraryBench> {
  const scratch = await createMigratedDatabase(databaseUrl)
  const [pool, db] = [createPool(scratch.url, 2), createDatabase(scratch.url)]
  try {
    const [other, actor] = [await createTestWorkspace(db), await createTestWorkspace(db)]
    for (const { workspaceId } of [other, actor]) {
      await fillLibrary(pool, { workspaceId, count: ASSETS })
    }
    await pool.query('VACUUM ANALYZE asset, asset_rendition')
    const list = (query: object) => readPage(db, actor, query)
    return {
      firstPageMs: await measure((round) => list(at(QUERIES.firstPageMs, round))),
      searchMs: await measure((round) => list(at(QUERIES.searchMs, round))),
      filteredMs: await measure((round) => list(at(QUERIES.filteredMs, round))),
      facetsMs: await measure(async (round) => {
        const { limit: _limit, ...query } = listAssetsQuerySchema.parse(
          at(QUERIES.filteredMs, round),
        )
        assetFacetsSchema.parse(await countAssetFacets(db, actor, round % 2 === 0 ? {} : query))
      }),
      allPagesMs: await measureAll(list),
    }
  } finally {
    await Promise.all([pool.end(), db.$disconnect()])
    await scratch.drop()
  }
}

async function readPage(
  db: Parameters<typeof listAssets>[0],
  actor: Actor,
  query: object,
): Promise<{ count: number; cursor: string | null }> {
  const wish = listAssetsQuerySchema.parse({ limit: PAGE, renditions: 'none', ...query })
  const { items, nextCursor } = assetListSchema.parse(await listAssets(db, actor, wish))
  return { count: items.length, cursor: nextCursor }
}

async function measureAll(list: (query: object) => ReturnType<typeof readPage>): Promise<number> {
  const startedAtMs = performance.now()
  let seen = 0
  let cursor: string | null = null
  do {
    const page = await list(cursor === null ? {} : { cursor })
    seen += page.count
    cursor = page.cursor
  } while (cursor !== null)
  if (seen < ASSETS * 0.8) throw new Error(`only ${seen} assets were listed`)
  return performance.now() - startedAtMs
}

async function measure(work: (round: number) => Promise<unknown>): Promise<number> {
  const samples: number[] = []
  for (let round = 0; round < 4; round += 1) await work(round)
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAtMs = performance.now()
    await work(round)
    samples.push(performance.now() - startedAtMs)
  }
  const sorted = samples.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}

function at(queries: readonly object[], round: number): object {
  return queries[round % queries.length] ?? {}
}
