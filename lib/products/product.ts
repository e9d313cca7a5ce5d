import { z } from 'zod'
import { blobUrl } from '@/lib/assets/blob-url'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { type SnapshotProduct, snapshotRenditionSchema } from '@/lib/decision/snapshot'
import { toStorableText } from '@/lib/events/storable-text'

const address = z
  .string()
  .overwrite(toStorableText)
  .trim()
  .max(2_000)
  .pipe(z.url({ protocol: /^https?$/, message: 'is no http(s) address' }))

/** What ads need of a product beside its stock: lengths as in Google's Merchant feed. */
export const productDetailsSchema = z.object({
  title: z.string().overwrite(toStorableText).trim().min(1, 'has no title').max(150),
  /** Its page in the shop. */
  link: address.optional(),
  imageUrl: address.optional(),
})
export type ProductDetails = z.infer<typeof productDetailsSchema>

/** Crops of a product's picture, as the database keeps them. */
export const productRenditionsSchema = z.array(
  z.object({
    size: adSizeSchema,
    format: z.enum(['webp', 'jpeg']),
    density: z.union([z.literal(1), z.literal(2)]),
    widthPx: z.number().int(),
    heightPx: z.number().int(),
    fileSizeBytes: z.number().int(),
    sha256: z.string(),
  }),
)
export type ProductRenditions = z.infer<typeof productRenditionsSchema>

/** In the form of a snapshot: with root-relative immutable addresses. */
export function toSnapshotRenditions(stored: ProductRenditions): SnapshotProduct['renditions'] {
  return stored.map(({ sha256, density, ...rendition }) => ({
    ...rendition,
    ...(density === 2 ? { density } : {}),
    url: blobUrl(sha256, rendition.format),
  }))
}

export const productSchema = z.object({
  key: z.string(),
  title: z.string(),
  link: z.string().nullable(),
  /** Of one piece, in millionths of the currency. */
  priceMicros: z.number().int().nullable(),
  /** ISO 4217. */
  currency: z.string().nullable(),
  /** Null where the feed does not know now, or only that its price has ended. */
  isInStock: z.boolean().nullable(),
  picture: z.discriminatedUnion('kind', [
    /** In one format: enough to look at it. */
    z.object({ kind: z.literal('ready'), renditions: z.array(snapshotRenditionSchema) }),
    /** It is being fetched from the shop. */
    z.object({ kind: z.literal('waiting') }),
    z.object({ kind: z.literal('failed'), reason: z.string() }),
    /** The feed names none. */
    z.object({ kind: z.literal('none') }),
  ]),
})
export type Product = z.infer<typeof productSchema>

export const listProductsQuerySchema = z.object({
  /** Part of a title, or the beginning of a key. */
  search: z.string().trim().max(100).default(''),
  /** These and no others, in any order. */
  keys: z
    .string()
    .max(2_000)
    .transform((keys) => keys.split(',').filter((key) => key !== ''))
    .optional(),
  /** The last key of the page before. */
  cursor: z.string().max(50).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export type ListProductsQuery = z.infer<typeof listProductsQuerySchema>

export const productListSchema = z.object({
  items: z.array(productSchema),
  nextCursor: z.string().nullable(),
})
export type ProductList = z.infer<typeof productListSchema>
