import { z } from 'zod'
import { assetResponseSchema } from './asset'
import { assetFilterQueryShape, facetNameSchema } from './asset-filter'

export const assetSortSchema = z.enum(['newest', 'name', 'updated', 'rights_end', 'weight'])
export type AssetSort = z.infer<typeof assetSortSchema>
export const sortOrderSchema = z.enum(['asc', 'desc'])
export type SortOrder = z.infer<typeof sortOrderSchema>

/** The way each order goes unless it is turned around. */
export const USUAL_ORDER: Readonly<Record<AssetSort, SortOrder>> = {
  newest: 'desc',
  name: 'asc',
  updated: 'desc',
  rights_end: 'asc',
  weight: 'desc',
}

export const listAssetsQuerySchema = z.object({
  ...assetFilterQueryShape,
  sort: assetSortSchema.default('newest'),
  /** The usual one of the sort when left out. */
  order: sortOrderSchema.optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `none` leaves out the cuts to the ad sizes, which are most of a page. */
  renditions: z.enum(['all', 'none']).default('all'),
})
export type ListAssetsQuery = z.infer<typeof listAssetsQuerySchema>

export const assetListSchema = z.object({
  items: z.array(assetResponseSchema),
  /** Send as `cursor` for the next page; null on the last one. */
  nextCursor: z.string().nullable(),
  /** How many fit altogether; told with the first page. */
  total: z.number().int().nullable(),
})
export type AssetList = z.infer<typeof assetListSchema>

export const assetFacetsQuerySchema = z.object(assetFilterQueryShape)
export type AssetFacetsQuery = z.infer<typeof assetFacetsQuerySchema>

export const assetFacetsSchema = z.object({
  total: z.number().int(),
  /** How many fit if this were the only value of its facet, all others staying; commonest first. */
  facets: z.record(
    facetNameSchema,
    z.array(z.object({ value: z.string(), count: z.number().int() })),
  ),
})
export type AssetFacets = z.infer<typeof assetFacetsSchema>
