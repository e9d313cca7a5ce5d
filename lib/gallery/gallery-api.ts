import { z } from 'zod'
import { campaignIssueSchema } from '@/lib/campaigns/step'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { snapshotSchema } from '@/lib/decision/snapshot'

/** `draft` is what the next publication would serve, `published` what serves now. */
export const gallerySourceSchema = z.enum(['draft', 'published'])
export type GallerySource = z.infer<typeof gallerySourceSchema>

export const galleryQuerySchema = z.object({ source: gallerySourceSchema.default('draft') })

export const gallerySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ok'),
    source: gallerySourceSchema,
    snapshot: snapshotSchema,
    /** The sizes of its placements; every size before there are any. */
    sizes: z.array(adSizeSchema).min(1),
    /** BCP 47 tag of each text, by asset id. */
    locales: z.record(z.string(), z.string()),
  }),
  z.object({ kind: z.literal('invalid'), issues: z.array(campaignIssueSchema) }),
  z.object({ kind: z.literal('unpublished') }),
])
export type Gallery = z.infer<typeof gallerySchema>

export const chanceQuerySchema = galleryQuerySchema.extend({
  segmentId: z.string().max(40).optional(),
})

export const chancesSchema = z.object({
  /** 0: nothing is learnt yet, chances are even. */
  policyVersion: z.number().int(),
  /** What may be drawn for such a viewer now, the likeliest first. */
  ads: z.array(
    z.object({
      /** The ad's key, see `lib/gallery/ad-key.ts`. */
      key: z.string(),
      /** Share of this viewer's dynamic ads. */
      probability: z.number(),
    }),
  ),
  /** How many there are altogether. */
  total: z.number().int(),
})
export type Chances = z.infer<typeof chancesSchema>
