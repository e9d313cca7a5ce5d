import { z } from 'zod'
import { campaignIssueSchema } from '@/lib/campaigns/step'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { shownProductSchema } from '@/lib/decision/decision-record'
import { assetKindSchema, snapshotSchema } from '@/lib/decision/snapshot'

/** Raised when the check looks at something new: then every ad is drawn again. */
export const CHECK_VERSION = 1

/**
 * What a browser found in a drawn ad. `overflow`: a text leaves the ad. `clipped`: it is cut off or
 * shortened. `contrast`: too little between a text and what is behind it.
 */
export const renderFindingSchema = z.object({
  kind: z.enum(['overflow', 'clipped', 'contrast']),
  /** The kind of the text it is about. */
  part: assetKindSchema,
  /** Pixels that are hidden or outside, or the contrast that 95% of the text reach. */
  value: z.number().min(0).max(100_000),
  /** The least contrast that is asked; 0 for the others. */
  needed: z.number().min(0).max(21),
})
export type RenderFinding = z.infer<typeof renderFindingSchema>

const cellKeySchema = z.string().regex(/^[0-9a-f]{64}$/)

/** One ad in one size. */
export const renderCellSchema = z.object({
  key: cellKeySchema,
  size: adSizeSchema,
  assets: z.record(z.string(), z.string()),
  /** In the place of its picture. */
  products: z.array(shownProductSchema).optional(),
  /** Null until it was drawn. */
  findings: z.array(renderFindingSchema).nullable(),
})
export type RenderCell = z.infer<typeof renderCellSchema>

export const renderPlanSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ok'),
    snapshot: snapshotSchema,
    cells: z.array(renderCellSchema),
    /** Ads that were chosen, the static ad included, before those that look alike are drawn once. */
    ads: z.number().int(),
    /** Pairs of elements that meet in them. */
    pairs: z.number().int(),
    /** False where there are more pairs than can be drawn. */
    isComplete: z.boolean(),
    /** Ads there are, in decimal digits. */
    reachable: z.string(),
  }),
  z.object({ kind: z.literal('invalid'), issues: z.array(campaignIssueSchema) }),
])
export type RenderPlan = z.infer<typeof renderPlanSchema>

export const saveRenderChecksSchema = z.object({
  results: z
    .array(z.object({ key: cellKeySchema, findings: z.array(renderFindingSchema).max(40) }))
    .min(1)
    .max(50),
})
export type SaveRenderChecks = z.infer<typeof saveRenderChecksSchema>
