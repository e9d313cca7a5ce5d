import { z } from 'zod'

export const verdictSchema = z.enum([
  'winning',
  'losing',
  'no difference yet',
  'not enough data',
  'broken',
])

/** Where a comparison stands, in words that a person can act on. */
export type Verdict = z.infer<typeof verdictSchema>

/** Below these, in either arm and in both together, no figure means much. */
export const MIN_IMPRESSIONS = 100
export const MIN_SUCCESSES = 10
