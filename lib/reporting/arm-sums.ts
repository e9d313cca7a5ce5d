import { z } from 'zod'
import { COUNT_NAMES, eventCountsSchema } from './event-counts'

/**
 * Sums over decisions of products of what became of each. With the counts they are what the
 * interval of a figure needs whose unit, the decision, may convert several times and see many pages.
 */
const outcomeProductsSchema = z.object({
  conversionsSquared: z.number(),
  valueSquared: z.number(),
  clicksConversions: z.number(),
  engagedMsSquared: z.number(),
  visitsEngagedMs: z.number(),
  pagesSquared: z.number(),
  visitsPages: z.number(),
})
export type OutcomeProducts = z.infer<typeof outcomeProductsSchema>

/** Counts, with the products that their intervals need. */
export const armSumsSchema = eventCountsSchema.extend(outcomeProductsSchema.shape)
export type ArmSums = z.infer<typeof armSumsSchema>

export const ARM_SUM_NAMES = [
  ...COUNT_NAMES,
  ...Object.keys(outcomeProductsSchema.shape),
] as readonly (keyof ArmSums)[]

export function addArmSums(rows: readonly ArmSums[]): ArmSums {
  const total = (name: keyof ArmSums) => rows.reduce((sum, row) => sum + row[name], 0)
  return Object.fromEntries(ARM_SUM_NAMES.map((name) => [name, total(name)])) as ArmSums
}
