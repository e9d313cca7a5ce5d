import { z } from 'zod'
import { conditionSchema } from '@/lib/decision/condition'
import { ruleEffectSchema } from '@/lib/decision/snapshot'

/** Step 5: "when … then show / exclude / prefer …". The order of the list is the priority. */
export const ruleInputSchema = z.object({
  /** Present for a rule that exists already. */
  id: z.string().max(40).optional(),
  name: z.string().trim().min(1, 'Give the rule a name').max(120),
  enabled: z.boolean(),
  condition: conditionSchema,
  effect: ruleEffectSchema,
})
export type RuleInput = z.infer<typeof ruleInputSchema>

export const ruleSchema = ruleInputSchema.extend({ id: z.string(), priority: z.number().int() })
export type Rule = z.infer<typeof ruleSchema>
