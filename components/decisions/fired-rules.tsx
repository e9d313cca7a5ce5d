import { Check, Minus, SkipForward } from 'lucide-react'
import type { z } from 'zod'
import { Card } from '@/components/ui/card'
import type { decisionViewSchema } from '@/lib/events/decision-view'

const ICONS: Record<string, typeof Check> = {
  applied: Check,
  noEffect: Minus,
  skipped: SkipForward,
}

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
        <ol className="space-y-2">
          {explanation.rules.map(({ ruleId, name, outcome, text }) => {
            const Icon = ICONS[outcome] ?? Check
            return (
              <li key={ruleId} className="flex gap-2 text-sm">
                <Icon aria-hidden className="text-accent mt-1 size-3.5 shrink-0" />
                <span className="min-w-0 break-words">
                  <span className="font-medium">{name}</span>
                  <span className="text-muted block">{text}</span>
                </span>
              </li>
            )
          })}
        </ol>
      ) : (
        <p className="text-muted text-sm">
          {record.arm === 'dynamic'
            ? 'None: no rule’s condition held.'
            : 'None was asked: the static ad is the same for everybody.'}
        </p>
      )}
    </Card>
  )
}
