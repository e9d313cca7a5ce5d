import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AssetFilter,
  colorNameSchema,
  facetNameSchema,
  NONE,
  orientationSchema,
  sizeClassSchema,
} from '@/lib/assets/asset-filter'
import { type AssetSort, assetSortSchema, listAssetsQuerySchema } from '@/lib/assets/asset-list'
import { findRightsStatus, rightsStatusSchema } from '@/lib/assets/rights'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import { createRandom } from '@/lib/math/random'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { fillLibrary } from '@/scripts/testing/fill-library'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { countAssetFacets } from './count-asset-facets'
import { listAssets } from './list-assets'

const COUNT = 600
let test: TestDatabase
let db: Database
let actor: Actor
let assets: (Asset & { colorNames: string[]; isUsed: boolean })[]
const now = new Date()

beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
  actor = await createTestWorkspace(db)
  const other = await createTestWorkspace(db)
  const pool = createPool(test.url, 2)
  await fillLibrary(pool, { workspaceId: other.workspaceId, count: 50 })
  await fillLibrary(pool, { workspaceId: actor.workspaceId, count: COUNT })
  const colors = await pool.query<{ id: string; names: string[] }>(
    'SELECT id, color_names AS names FROM asset',
  )
  await pool.end()
  const rows = await db.asset.findMany({ where: { workspaceId: actor.workspaceId } })
  const used = rows.filter(({ kind }) => kind === 'headline').slice(0, 9)
  await db.campaign.create({
    data: {
      ...{ workspaceId: actor.workspaceId, name: 'Autumn', segmentIds: [] },
      slots: {
        create: {
          ...{ key: 'headline', kind: 'headline', position: 0 },
          assets: { create: used.map(({ id }, position) => ({ assetId: id, position })) },
        },
      },
    },
  })
  assets = rows.map((row) => ({
    ...row,
    colorNames: colors.rows.find(({ id }) => id === row.id)?.names ?? [],
    isUsed: used.some(({ id }) => id === row.id),
  }))
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
})

type Row = (typeof assets)[number]

/** The facets said again, in another language. */
function valuesOf(row: Row): Record<(typeof facetNameSchema.options)[number], string[]> {
  const { widthPx, heightPx } = row
  const pixels = widthPx && heightPx ? widthPx * heightPx : null
  const ratio = widthPx && heightPx ? widthPx / heightPx : null
  const orNone = (values: string[]) => (values.length === 0 ? [NONE] : values)
  return {
    kind: [row.kind],
    state: [row.state],
    locale: [row.locale],
    market: orNone(row.markets),
    tag: orNone(row.tags),
    source: [row.source || NONE],
    size: [pixels === null ? NONE : pixels >= 2e6 ? 'large' : pixels >= 5e5 ? 'medium' : 'small'],
    orientation: [
      ratio === null ? NONE : ratio > 1.1 ? 'landscape' : ratio < 1 / 1.1 ? 'portrait' : 'square',
    ],
    color: orNone(row.colorNames),
    rights: [findRightsStatus(row, now)],
    usage: [row.isUsed ? 'used' : 'unused'],
  }
}

function fits(row: Row, filter: AssetFilter, except?: string): boolean {
  const values = valuesOf(row)
  const text = [row.name, row.text, row.altText, row.notes, row.source, ...row.tags].join('\n')
  const words = (filter.search ?? '').toLowerCase().split(' ').filter(Boolean)
  return (
    words.every((word) => text.toLowerCase().includes(word)) &&
    facetNameSchema.options.every((name) => {
      if (name === except) return true
      const wanted: readonly string[] = filter[name] ?? []
      if (wanted.length === 0) return name !== 'state' || row.state !== 'archived'
      return values[name].some((value) => wanted.includes(value))
    })
  )
}

const SEARCHES = ['', '', 'boots', 'win jacket', 'COPY 7', 'Nord hero', '00', '100%', 'x_']
const CHOICES: Record<string, readonly string[]> = {
  kind: ['image', 'headline', 'cta', 'logo'],
  state: ['draft', 'approved', 'archived'],
  locale: ['en', 'de', 'ja'],
  market: ['DE', 'US', NONE],
  tag: ['hero', 'sale', NONE],
  source: ['Getty', 'Studio Nord', NONE],
  size: sizeClassSchema.options,
  orientation: orientationSchema.options,
  color: colorNameSchema.options,
  rights: rightsStatusSchema.options,
  usage: ['used', 'unused'],
}

/** Up to three facets, each with one or two values, and sometimes words. */
function drawFilter(seed: number): AssetFilter {
  const generator = createRandom(seed)
  const random = () => generator.next()
  const pick = <Value>(from: readonly Value[]) => from[Math.floor(random() * from.length)]
  const names = Array.from({ length: Math.floor(random() * 4) }, () =>
    pick(facetNameSchema.options),
  )
  const facets = names.flatMap((name) =>
    name ? [[name, [...new Set([pick(CHOICES[name] ?? []), pick(CHOICES[name] ?? [])])]]] : [],
  )
  return { ...Object.fromEntries(facets), search: pick(SEARCHES) } as AssetFilter
}

describe('facets', () => {
  it('agree with a plain count, for 120 drawn filters', async () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const filter = drawFilter(seed)
      const counted = await countAssetFacets(db, actor, filter, now)
      expect(counted.total, JSON.stringify(filter)).toBe(
        assets.filter((row) => fits(row, filter)).length,
      )
      for (const name of facetNameSchema.options) {
        const expected = new Map<string, number>()
        for (const row of assets.filter((one) => fits(one, filter, name))) {
          for (const value of valuesOf(row)[name]) {
            expected.set(value, (expected.get(value) ?? 0) + 1)
          }
        }
        const found = counted.facets[name].map(({ value, count }): [string, number] => [
          value,
          count,
        ])
        expect(new Map(found), `${name} of ${JSON.stringify(filter)}`).toEqual(expected)
      }
    }
  })
})

describe('the list', () => {
  const keyOf: Record<AssetSort, (row: Row) => string | number> = {
    newest: (row) => row.createdAt.getTime(),
    updated: (row) => row.updatedAt.getTime(),
    name: (row) => row.name.toLowerCase(),
    rights_end: (row) => row.rightsEndAt?.getTime() ?? Infinity,
    weight: (row) => row.fileSizeBytes ?? 0,
  }
  const orders = assetSortSchema.options.flatMap((sort) =>
    (['asc', 'desc'] as const).map((order) => ({ sort, order })),
  )

  it.each(orders)(
    'by $sort $order pages through all that fits, once each',
    async ({ sort, order }) => {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const query = listAssetsQuerySchema.parse({
          sort,
          order,
          limit: 97,
          cursor: cursor ?? undefined,
        })
        const page = await listAssets(db, actor, query, now)
        if (cursor === null) expect(page.total).toBe(assets.filter((row) => fits(row, {})).length)
        else expect(page.total).toBeNull()
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor !== null)
      const turn = order === 'asc' ? 1 : -1
      const expected = assets
        .filter((row) => fits(row, {}))
        .toSorted((a, b) => {
          const [left, right] = [keyOf[sort](a), keyOf[sort](b)]
          return turn * (left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1)
        })
      expect(seen).toEqual(expected.map(({ id }) => id))
    },
  )

  it('agrees with plain matching, for 60 drawn filters', async () => {
    for (let seed = 200; seed < 260; seed += 1) {
      const filter = drawFilter(seed)
      const query = {
        ...listAssetsQuerySchema.parse({ limit: 200, renditions: 'none' }),
        ...filter,
      }
      const { items, total } = await listAssets(db, actor, query, now)
      const expected = assets.filter((row) => fits(row, filter))
      expect(total, JSON.stringify(filter)).toBe(expected.length)
      expect(items).toHaveLength(Math.min(200, expected.length))
      const ids = new Set(expected.map(({ id }) => id))
      expect(items.every(({ id }) => ids.has(id))).toBe(true)
    }
  })

  it('goes on where it was although the last row is gone', async () => {
    const page = (cursor?: string) =>
      listAssets(db, actor, listAssetsQuerySchema.parse({ sort: 'name', limit: 5, cursor }), now)
    const first = await page()
    const before = (await page(first.nextCursor ?? '')).items.map(({ id }) => id)
    const last = first.items.at(-1)
    await db.asset.update({ where: { id: last?.id ?? '' }, data: { name: 'Zzz moved' } })
    expect((await page(first.nextCursor ?? '')).items.map(({ id }) => id)).toEqual(before)
    await db.asset.update({ where: { id: last?.id ?? '' }, data: { name: last?.name ?? '' } })
  })

  it('refuses cursors of other orders and forged ones', async () => {
    const first = await listAssets(db, actor, listAssetsQuerySchema.parse({ limit: 2 }), now)
    const refused = { code: 'invalid_request' }
    for (const wrong of [
      { sort: 'name', cursor: first.nextCursor },
      { order: 'asc', cursor: first.nextCursor },
      { cursor: 'never-was' },
    ]) {
      const query = listAssetsQuerySchema.parse({ limit: 2, ...wrong })
      await expect(listAssets(db, actor, query, now)).rejects.toMatchObject(refused)
    }
  })
})

describe('the names of colours', () => {
  it.each([
    ['#ff0000', 'red'],
    ['#ffc0cb', 'pink'],
    ['#ff8c00', 'orange'],
    ['#8b4513', 'brown'],
    ['#ffe600', 'yellow'],
    ['#2e8b57', 'green'],
    ['#40e0d0', 'turquoise'],
    ['#1e40af', 'blue'],
    ['#7e22ce', 'purple'],
    ['#ff1493', 'pink'],
    ['#fafafa', 'white'],
    ['#808080', 'grey'],
    ['#0b0b0b', 'black'],
    ['not a colour', null],
  ])('%s is %s', async (hex, name) => {
    const rows = await db.$queryRaw<unknown[]>`SELECT asset_color_name(${hex}) AS name`
    expect(rows).toEqual([{ name }])
  })
})
