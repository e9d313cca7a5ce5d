import { z } from 'zod'

/** Why a decision took its arm: the codes that the engine itself writes into a record. */
export const decisionReasonSchema = z.enum([
  'assembled',
  'holdout',
  'outside-flight',
  'outside-segments',
  'outside-traffic',
  'nothing-eligible',
  'no-combination',
  'policy-failed',
])
export type DecisionReason = z.infer<typeof decisionReasonSchema>

const texts: Record<DecisionReason, string> = {
  assembled: 'Assembled for this viewer by the rules and the learner.',
  holdout: 'Randomised to the benchmark, as the control of the experiment.',
  'outside-flight': 'The campaign was not in flight, so the benchmark was shown.',
  'outside-segments': "The viewer is in none of the pilot's segments, so the benchmark was shown.",
  'outside-traffic': "Outside the pilot's share of the traffic, so the benchmark was shown.",
  'nothing-eligible':
    'A slot had nothing that may be shown there and then, so the benchmark was shown.',
  'no-combination':
    'No combination of the eligible assets satisfies the pairs, so the benchmark was shown.',
  'policy-failed': 'The learned policy gave no usable answer, so the benchmark was shown.',
}

/** The reason in plain language; a code of the caller's own (a deadline, say) is shown as it is. */
export function describeReason(reason: string): string {
  const known = decisionReasonSchema.safeParse(reason)
  return known.success ? texts[known.data] : `The benchmark was shown: ${reason}.`
}
