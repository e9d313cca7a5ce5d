import type { z } from 'zod'
import { Card } from '@/components/ui/card'
import { formatPercent } from '@/components/ui/format-number'
import type { decisionViewSchema } from '@/lib/events/decision-view'

type View = z.infer<typeof decisionViewSchema>

/** What the decision knew, and with which versions and seed it was made. */
export function DecisionFacts({ view: { record, explanation } }: { view: View }) {
  const segments = explanation?.segments.map(({ name }) => name) ?? record.segmentIds
  const facts: [string, string][] = [
    [
      'Context used',
      list(Object.entries(record.fields).map(([name, value]) => `${name} = ${value}`)),
    ],
    ['Segments', list(segments)],
    [
      'Learner’s context',
      list(Object.entries(record.cell).map(([name, value]) => `${name} = ${value}`)),
    ],
    [
      'Consent',
      record.purposes.length === 0
        ? 'None given: context of the page only'
        : list([...record.purposes]),
    ],
    ['Chance of this combination', formatPercent(record.propensity, 4)],
    [
      'Versions',
      `Campaign revision ${record.revision}, policy ${record.policyVersion}, feeds ${record.feedVersion}`,
    ],
    ['Seed', String(record.seed)],
    ['Landing page', record.landingUrl],
    ['Decision id', record.id],
  ]
  return (
    <Card title="What it knew">
      <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function list(items: readonly string[]): string {
  return items.length === 0 ? 'None' : items.join(', ')
}
