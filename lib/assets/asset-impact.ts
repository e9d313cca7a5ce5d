import { z } from 'zod'

/** What a change of assets takes out of, or brings back into, the campaigns that are live. */
export const assetImpactSchema = z.object({
  campaigns: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Combinations that could be shown and hold one of the assets; null: too entangled to count. */
      affectedCombinations: z.number().nullable(),
      /** Combinations that can be shown after the change. */
      leftCombinations: z.number().nullable(),
    }),
  ),
})
export type AssetImpact = z.infer<typeof assetImpactSchema>

export const NO_IMPACT: AssetImpact = { campaigns: [] }
