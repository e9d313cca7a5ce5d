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
        <h2 className="text-xl font-semibold break-words">{campaign.name}</h2>
        <dl className="space-y-2">
          {listFacts(objectives).map(([term, value]) => (
            <div
              key={term}
              className="grid gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)] print:grid-cols-[12rem_minmax(0,1fr)]"
            >
              <dt className="text-muted">{term}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
        <section>
          <h3 className="font-semibold">Success criteria</h3>
          <p className="break-words whitespace-pre-wrap">
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
    [
      'Baseline, before the campaign',
      objectives.baselineValue === null ? 'Not known' : shown(objectives.baselineValue),
    ],
    ['Budget', formatMicros(objectives.budgetMicros, objectives.currency)],
    ['Value of a conversion', formatMicros(objectives.conversionValueMicros, objectives.currency)],
    [
      'Cost of 1,000 impressions',
      objectives.cpmMicros === 0
        ? 'Not known'
        : formatMicros(objectives.cpmMicros, objectives.currency),
    ],
    [
      'Flight',
      `${formatDateTime(objectives.flightStartsAt, objectives.timeZone)} to ${formatDateTime(objectives.flightEndsAt, objectives.timeZone)} (${objectives.timeZone})`,
    ],
    ['Landing page', objectives.landingUrl],
  ]
}
