import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDateTime } from '@/components/ui/format-date'
import { formatMicros } from '@/components/ui/format-number'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { Objectives } from '@/lib/campaigns/objectives'
import { GOALS, KPI_UNITS } from './kpi-units'
import { PrintButton } from './print-button'

/** Objectives and success criteria as one page that can be printed and signed. */
export function SuccessDocument({ campaign }: { campaign: CampaignDetail }) {
  const { objectives } = campaign
  if (!objectives) {
    return (
      <EmptyState
        title="Nothing to print yet"
        body="Save the objectives first."
        action={
          <ButtonLink href={`/campaigns/${campaign.id}/objectives`}>Set objectives</ButtonLink>
        }
      />
    )
  }
  return (
    <Card title="Success document" actions={<PrintButton />}>
      <article className="max-w-2xl space-y-5 text-base">
        <h2 className="text-xl font-semibold">{campaign.name}</h2>
        <dl className="grid grid-cols-[12rem_1fr] gap-x-4 gap-y-2">
          {listFacts(objectives).map(([term, value]) => (
            <div key={term} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <section>
          <h3 className="font-semibold">Success criteria</h3>
          <p className="whitespace-pre-wrap">
            {objectives.successCriteria || 'None were written down.'}
          </p>
        </section>
        <section className="grid grid-cols-2 gap-10 pt-10 max-sm:hidden print:grid">
          <p className="border-border-strong border-t pt-1 text-sm">
            Date and signature, marketing
          </p>
          <p className="border-border-strong border-t pt-1 text-sm">Date and signature, client</p>
        </section>
      </article>
    </Card>
  )
}

function listFacts(objectives: Objectives): [string, string][] {
  const unit = KPI_UNITS[objectives.kpi]
  const suffix = unit.suffix(objectives.currency)
  const shown = (stored: number) =>
    `${Number((stored / unit.storedPerShown).toPrecision(6)).toLocaleString('en')} ${suffix}`
  return [
    ['Goal', GOALS[objectives.goal].label],
    ['Key figure', `${unit.label}. ${unit.explanation}`],
    ['Target', `${unit.isLowerBetter ? 'At most' : 'At least'} ${shown(objectives.targetValue)}`],
    ['Today', objectives.baselineValue === null ? 'Not known' : shown(objectives.baselineValue)],
    ['Budget', formatMicros(objectives.budgetMicros, objectives.currency)],
    ['Value of a conversion', formatMicros(objectives.conversionValueMicros, objectives.currency)],
    [
      'Flight',
      `${formatDateTime(objectives.flightStartsAt, objectives.timeZone)} to ${formatDateTime(objectives.flightEndsAt, objectives.timeZone)} (${objectives.timeZone})`,
    ],
    ['Landing page', objectives.landingUrl],
  ]
}
