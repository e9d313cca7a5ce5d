import { z } from 'zod'
import { adSizeSchema } from '@/lib/decision/ad-size'

export const placementInputSchema = z.object({
  name: z.string().trim().min(1, 'Give the placement a name').max(120),
  size: adSizeSchema,
  /** What the page is about, e.g. `shoes`; the tag may overrule it. */
  pageCategory: z.string().trim().max(60).nullable(),
})
export type PlacementInput = z.infer<typeof placementInputSchema>

export const placementSchema = placementInputSchema.extend({
  id: z.string(),
  campaign: z.object({ id: z.string(), name: z.string(), status: z.string() }).nullable(),
  isArchived: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Placement = z.infer<typeof placementSchema>
