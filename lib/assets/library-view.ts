import { z } from 'zod'
import { assetFilterSchema } from './asset-filter'
import { assetSortSchema, sortOrderSchema } from './asset-list'
import { plainTextSchema } from './plain-text'

export const libraryLayoutSchema = z.enum(['grid', 'table'])
export type LibraryLayout = z.infer<typeof libraryLayoutSchema>

/** All that a view of the library is made of. */
export const libraryQuerySchema = z.object({
  filter: assetFilterSchema,
  sort: assetSortSchema,
  order: sortOrderSchema,
  layout: libraryLayoutSchema,
})
export type LibraryQuery = z.infer<typeof libraryQuerySchema>

export const saveLibraryViewSchema = z.object({
  name: plainTextSchema('The name', 60),
  query: libraryQuerySchema,
})
export type SaveLibraryView = z.infer<typeof saveLibraryViewSchema>

export const libraryViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: libraryQuerySchema,
  createdAt: z.iso.datetime(),
})
export type LibraryView = z.infer<typeof libraryViewSchema>
export const libraryViewListSchema = z.object({ items: z.array(libraryViewSchema) })

/** The most views that a workspace keeps. */
export const LIBRARY_VIEWS_MOST = 100
