'use client'

import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { ARM_LABELS } from '@/components/reports/metric-choices'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { decisionViewSchema } from '@/lib/events/decision-view'
import { describeAdSize } from '@/lib/decision/ad-size'
import { describeChoice } from './describe-choice'
import { DecisionEvents } from './decision-events'
import { DecisionFacts } from './decision-facts'
import { FiredRules } from './fired-rules'
import { ReplayResult } from './replay-result'
import { SlotExplanation } from './slot-explanation'

type View = z.infer<typeof decisionViewSchema>

export function DecisionDetails({ decisionId }: { decisionId: string }) {
  const query = useQuery({
    queryKey: ['decision', decisionId],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/decisions/${decisionId}`, decisionViewSchema, { signal }),
  })
  return (
    <>
      {query.data === undefined && (
        <PageHeader breadcrumbs={[{ label: 'Reports', href: '/reports' }]} title="Why this ad?" />
      )}
      <QueryContent query={query} noun="The decision">
        {(view) => <DecisionBody view={view} />}
      </QueryContent>
    </>
  )
}

function DecisionBody({ view }: { view: View }) {
  const { record, explanation, beliefs } = view
  const report = `/reports/${record.campaignId}`
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Reports', href: '/reports' },
          { label: view.campaignName ?? 'Campaign', href: report },
          { label: 'Decisions', href: `${report}/decisions` },
        ]}
        title="Why this ad?"
        description={explanation?.reason.text}
        meta={
          <>
            <Badge tone="accent">{ARM_LABELS[record.arm]}</Badge>
            {record.isSimulated && <Badge tone="outline">Simulated traffic</Badge>}
          </>
        }
        actions={
          <ButtonLink href={`/campaigns/${record.campaignId}/rules`}>
            The campaign’s rules
          </ButtonLink>
        }
      />
      <div className="space-y-5">
        <ReplayResult replay={view.replay} />
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {view.html !== null && (
            <Card title="The ad as it was shown" description={describeAdSize(record.size)}>
              <div className="bg-subtle -m-4 flex justify-center rounded-b-lg p-4">
                <CreativePreview html={view.html} size={record.size} />
              </div>
            </Card>
          )}
          <div className="min-w-0 space-y-5">
            {explanation && <FiredRules view={view} />}
            <DecisionEvents events={view.events} />
          </div>
        </div>
        {explanation && (
          <section className="space-y-3" aria-labelledby="who-was-eligible">
            <div className="flex items-center gap-1.5">
              <h2 id="who-was-eligible" className="text-lg font-semibold">
                {record.arm === 'dynamic'
                  ? 'What could have been shown'
                  : 'What the static ad shows'}
              </h2>
              {record.arm === 'dynamic' && (
                <Explain term="Chance">
                  <p>
                    The reasons are the terms of the learner’s model, each against the average of
                    what could be shown in the slot: ln(p ÷ (1 − p)) = start + context + Σ element +
                    Σ element in this context + Σ pair of elements. Each range holds 9 times out of
                    10, were the other terms known.
                  </p>
                  <p>
                    One combination is drawn. The learner’s estimate says how often it thinks an ad
                    with this element succeeds with viewers like this one; the better its estimate,
                    the higher the chance.
                  </p>
                  <p>
                    Every element that rules and pairs leave keeps a small chance, so that nothing
                    is written off too early.
                  </p>
                </Explain>
              )}
            </div>
            <div className="grid items-start gap-5 xl:grid-cols-2">
              {explanation.slots.map((slot) => (
                <SlotExplanation
                  key={slot.slot}
                  slot={slot}
                  isDrawn={record.arm === 'dynamic'}
                  beliefs={beliefs.find((belief) => belief.slot === slot.slot)?.assets ?? []}
                  reasons={explainSlot(view, slot.slot)}
                />
              ))}
            </div>
          </section>
        )}
        <DecisionFacts view={view} />
      </div>
    </>
  )
}

function explainSlot({ beliefs, explanation }: View, slot: string): string[] {
  const choice = beliefs.find((belief) => belief.slot === slot)?.choice
  if (!choice || !explanation) return []
  return describeChoice(choice, {
    segments: explanation.segments,
    nameElement: (otherSlot, assetId) =>
      explanation.slots
        .find((one) => one.slot === otherSlot)
        ?.eligible.find((asset) => asset.assetId === assetId)?.name ?? 'another element',
  })
}
