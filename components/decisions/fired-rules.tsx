import type { z } from 'zod'
import { Card } from '@/components/ui/card'
import type { decisionViewSchema } from '@/lib/events/decision-view'
import { PairTexts } from './pair-texts'
import { RuleOutcomes } from './rule-outcomes'

/** Who the viewer counted as, and the rules whose condition held, by priority. */
export function FiredRules({ view }: { view: z.infer<typeof decisionViewSchema> }) {
  const { explanation, record } = view
  if (!explanation) return null
  const names = explanation.segments.map(({ name }) => `“${name}”`)
  return (
    <Card
      title="Rules that fired"
      description={
        names.length === 0
          ? 'The viewer was in none of the campaign’s segments.'
          : `The viewer counted as ${names.join(', ')}.`
      }
    >
      {explanation.rules.length > 0 ? (
        <RuleOutcomes rules={explanation.rules} />
      ) : (
        <p className="text-muted text-sm">
          {record.arm === 'dynamic'
            ? 'None: no rule’s condition held.'
            : 'None was asked: the static ad is the same for everybody.'}
        </p>
      )}
      <PairTexts pairs={explanation.pairs} />
    </Card>
  )
}
