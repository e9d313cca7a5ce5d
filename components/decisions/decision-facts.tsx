import type { z } from 'zod'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount, formatPercent } from '@/components/ui/format-number'
import type { decisionViewSchema } from '@/lib/events/decision-view'
import { TEMPLATES } from '@/lib/creatives/template'
import { describeFacts } from '@/lib/serve/describe-facts'

type View = z.infer<typeof decisionViewSchema>

const PURPOSE_WORDS: Record<string, string> = {
  storage: 'storage',
  basicAds: 'basic ads',
  profiles: 'profiles',
  personalisedAds: 'personalised ads',
  measurement: 'measurement',
}

function describeTemplate({ name, version }: NonNullable<View['template']>): string {
  if (version !== null) return `${name}, version ${version}`
  return TEMPLATES.find((each) => each.name === name)?.label ?? name
}

/** What the decision knew, and with which versions and seed it was made. */
export function DecisionFacts({ view: { record, template } }: { view: View }) {
  const known = describeFacts(record)
  const made: [string, string][] = [
    [
      'Decided at',
      `${new Date(record.decidedAtMs).toISOString().replace('T', ' ').slice(0, 23)} UTC`,
    ],
    [
      'Consent',
      record.purposes.length === 0
        ? 'None given: context of the page only'
        : record.purposes.map((purpose) => PURPOSE_WORDS[purpose] ?? purpose).join(', '),
    ],
    ['Chance of this combination', describeChance(record.propensity)],
    [
      'Versions',
      `Campaign revision ${record.revision}, policy ${record.policyVersion}, feeds ${record.feedVersion}`,
    ],
    ...(template ? [['Template', describeTemplate(template)] satisfies [string, string]] : []),
    ...(record.products
      ? [
          ['Products in stock', record.products.map(({ id }) => id).join(', ')] satisfies [
            string,
            string,
          ],
        ]
      : []),
    ['Seed', String(record.seed)],
    ['Landing page', record.landingUrl],
    ['Decision id', record.id],
  ]
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <Card
        title="What it knew"
        description="Only what consent allowed and this campaign’s rules, segments or learner ask."
      >
        {known.length > 0 ? (
          <Facts facts={known.map(({ label, value }) => [label, value])} />
        ) : (
          <p className="text-muted text-sm">Nothing about the viewer or the moment.</p>
        )}
      </Card>
      <Card
        title="How it was made"
        actions={
          <Explain term="Seed and versions">
            Every random choice follows from the seed. With the campaign’s revision and the
            learner’s version of that moment, deciding again gives the same ad: that is the replay
            above.
          </Explain>
        }
      >
        <Facts facts={made} />
      </Card>
    </div>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function describeChance(propensity: number): string {
  if (propensity === 1) return 'Certain: nothing was drawn'
  return `${formatPercent(propensity, 2)}, once in ${formatCount(Math.round(1 / propensity))} views`
}
