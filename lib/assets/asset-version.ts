import { z } from 'zod'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { themeSchema } from './theme'

/** What a viewer sees of an asset, as it is kept of each version: enough to bring it back. */
export const assetVersionContentSchema = z.object({
  kind: assetKindSchema,
  text: z.string().nullable(),
  altText: z.string(),
  locale: z.string(),
  theme: themeSchema.nullable().catch(null),
  focalX: z.number(),
  focalY: z.number(),
  blobSha256: z.string().nullable(),
  contentType: z.string().nullable(),
  /** Of a video. */
  posterSha256: z.string().nullable().default(null),
})
export type AssetVersionContent = z.infer<typeof assetVersionContentSchema>

export const assetVersionSchema = z.object({
  version: z.number().int(),
  contentSha256: z.string(),
  text: z.string().nullable(),
  altText: z.string(),
  locale: z.string(),
  theme: themeSchema.nullable(),
  focalX: z.number(),
  focalY: z.number(),
  /** The picture as it was; null for kinds without one. */
  url: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** Who made it, by name; null for a machine or somebody who has left. */
  createdBy: z.string().nullable(),
})
export type AssetVersion = z.infer<typeof assetVersionSchema>

/** The newest first; the first is what the asset is now. */
export const assetVersionListSchema = z.object({ items: z.array(assetVersionSchema) })
export type AssetVersionList = z.infer<typeof assetVersionListSchema>
