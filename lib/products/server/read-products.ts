import type { Database, DatabaseSession } from '@/lib/db/client'
import type { SnapshotProduct } from '@/lib/decision/snapshot'
import { readStanding, type StockStanding } from '@/lib/feeds/stock-standing'
import {
  type ListProductsQuery,
  type Product,
  type ProductList,
  productRenditionsSchema,
  toSnapshotRenditions,
} from '@/lib/products/product'
import type { Actor } from '@/lib/workspaces/permission'
import { Prisma } from '@/prisma/generated/client'

interface ProductRow {
  readonly key: string
  readonly title: string
  readonly link: string | null
  readonly imageUrl: string | null
  readonly failure: string | null
  readonly renditions: unknown
  /** The last value of the stock feed; null where there was none. */
  readonly stock: unknown
  /** Whether that value still holds. */
  readonly isCurrent: boolean
}

/** A page of the workspace's products that fit, by their key. */
export async function listProducts(
  db: Database,
  { workspaceId }: Actor,
  { search, keys, cursor, limit }: ListProductsQuery,
): Promise<ProductList> {
  const pattern = search.replace(/[\\%_]/g, '\\$&')
  const where = Prisma.sql`
    ${search === '' ? Prisma.empty : Prisma.sql`AND (p.title ILIKE ${`%${pattern}%`} OR p.key ILIKE ${`${pattern}%`})`}
    ${keys === undefined ? Prisma.empty : Prisma.sql`AND p.key = ANY(${keys}::text[])`}
    ${cursor === undefined ? Prisma.empty : Prisma.sql`AND p.key > ${cursor}`}`
  const rows = await readRows(db, workspaceId, where, limit + 1)
  const page = rows.slice(0, limit)
  return {
    items: page.map(toProduct),
    nextCursor: rows.length > limit ? (page.at(-1)?.key ?? null) : null,
  }
}

/** The products that a campaign names, in its order, in the form in which they enter a snapshot. */
export async function findSnapshotProducts(
  db: DatabaseSession,
  workspaceId: string,
  keys: readonly string[],
): Promise<SnapshotProduct[]> {
  if (keys.length === 0) return []
  const where = Prisma.sql`AND p.key = ANY(${[...keys]}::text[])`
  const rows = await readRows(db, workspaceId, where, keys.length)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return keys.flatMap((key) => {
    const row = byKey.get(key)
    return row ? [toSnapshotProduct(row)] : []
  })
}

function readRows(
  db: DatabaseSession,
  workspaceId: string,
  where: Prisma.Sql,
  limit: number,
): Promise<ProductRow[]> {
  return db.$queryRaw<ProductRow[]>`
    SELECT p.key, p.title, p.link, p.image_url AS "imageUrl", p.failure, p.renditions,
      v.value AS stock, coalesce(v.expires_at > now(), true) AS "isCurrent"
    FROM product p
    LEFT JOIN feed f ON f.workspace_id = p.workspace_id AND f.kind = 'stock'
    LEFT JOIN feed_value v ON v.feed_id = f.id AND v.key = p.key
    WHERE p.workspace_id = ${workspaceId} ${where}
    ORDER BY p.key LIMIT ${limit}`
}

function toSnapshotProduct(row: ProductRow): SnapshotProduct {
  const standing = readStanding(row.stock)
  return {
    id: row.key,
    name: row.title,
    priceMicros: standing?.priceMicros ?? null,
    currency: standing?.currency ?? null,
    landingUrl: row.link,
    renditions: toSnapshotRenditions(productRenditionsSchema.parse(row.renditions)),
  }
}

function toProduct(row: ProductRow): Product {
  const standing = readStanding(row.stock)
  return {
    key: row.key,
    title: row.title,
    link: row.link,
    priceMicros: standing?.priceMicros ?? null,
    currency: standing?.currency ?? null,
    isInStock: standing && row.isCurrent && !isOver(standing) ? standing.isInStock : null,
    picture: toPicture(row),
  }
}

function toPicture({ renditions: stored, imageUrl, failure }: ProductRow): Product['picture'] {
  const known = toSnapshotRenditions(productRenditionsSchema.parse(stored))
  const renditions = known.filter(({ format }) => format === 'webp')
  if (renditions.length > 0) return { kind: 'ready', renditions }
  if (imageUrl === null) return { kind: 'none' }
  return failure === null ? { kind: 'waiting' } : { kind: 'failed', reason: failure }
}

function isOver({ priceEndsAtMs }: StockStanding): boolean {
  return priceEndsAtMs !== null && priceEndsAtMs <= Date.now()
}
