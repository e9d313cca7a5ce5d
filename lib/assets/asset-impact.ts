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

/** Of changes made one after the other: what each touched adds up, and the last one says what is left. */
export function joinImpacts(impacts: readonly AssetImpact[]): AssetImpact {
  const all = impacts.flatMap(({ campaigns }) => campaigns)
  const campaigns = [...Map.groupBy(all, ({ id }) => id).values()].flatMap((own) => {
    const last = own.at(-1)
    if (!last) return []
    const counts = own.map(({ affectedCombinations }) => affectedCombinations)
    const affectedCombinations = counts.reduce(
      (sum, count) => (sum === null || count === null ? null : sum + count),
      0,
    )
    return [{ ...last, affectedCombinations }]
  })
  return { campaigns }
}

/** `This changes 12 combinations of “Autumn”, 24 can be shown.`; undefined where nothing that is live changes. */
export function describeImpact({ campaigns }: AssetImpact): string | undefined {
  const touched = campaigns.filter(({ affectedCombinations }) => affectedCombinations !== 0)
  if (touched.length === 0) return undefined
  const parts = touched.map(({ name, affectedCombinations: count, leftCombinations }) => {
    const what = count === null ? 'combinations' : `${count} combination${count === 1 ? '' : 's'}`
    const left = leftCombinations === null ? '' : `, ${leftCombinations} can be shown`
    return `${what} of “${name}”${left}`
  })
  return `This changes ${parts.join('; ')}.`
}
