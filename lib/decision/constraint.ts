import { z } from 'zod'

const memberSchema = z.object({
  slot: z.string().min(1).max(40),
  assetId: z.string().min(1).max(40),
})

/**
 * What two assets of different slots have to do with each other, in every context.
 * `together`: each is shown only with the other. `never`: not both in one ad.
 */
export const constraintSchema = z.object({
  kind: z.enum(['together', 'never']),
  first: memberSchema,
  second: memberSchema,
})
export type Constraint = z.infer<typeof constraintSchema>
