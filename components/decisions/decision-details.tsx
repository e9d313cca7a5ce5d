'use client'

import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { ARM_LABELS } from '@/components/reports/metric-choices'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { formatDateTime } from '@/components/ui/format-date'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { decisionViewSchema } from '@/lib/events/decision-view'
import { DecisionEvents } from './decision-events'
import { DecisionFacts } from './decision-facts'
import { SlotExplanation } from './slot-explanation'

type View = z.infer<typeof decisionViewSchema>

export function DecisionDetails({ decisionId }: { decisionId: string }) {
  const query = useQuery({
    queryKey: ['decision', decisionId],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/decisions/${decisionId}`, decisionViewSchema, { signal }),
  })
  return (
    <QueryContent query={query} noun="The decision">
      {(view) => <DecisionBody view={view} />}
    </QueryContent>
  )
}

function DecisionBody({ view }: { view: View }) {
  const { record, explanation } = view
  return (
    <div className="space-y-5">
      <PageHeader
        breadcrumbs={[
          { label: 'Reports', href: '/reports' },
          { label: 'Decisions', href: `/reports/${record.campaignId}/decisions` },
        ]}
        title="Why this ad?"
        description={explanation?.reason.text}
        meta={
          <>
            <Badge tone="accent">{ARM_LABELS[record.arm]}</Badge>
            <span className="text-muted text-xs">
              {formatDateTime(new Date(record.decidedAtMs).toISOString())}
            </span>
          </>
        }
      />
      <ReplayResult replay={view.replay} />
      {explanation && explanation.rules.length > 0 && (
        <Card title="Rules that held" description="In their order of priority.">
          <ol className="list-decimal space-y-1 pl-5 text-sm">
            {explanation.rules.map((rule) => (
              <li key={rule.ruleId}>
                <span className="font-medium">{rule.name}.</span> {rule.text}
              </li>
            ))}
          </ol>
        </Card>
      )}
      {explanation && (
        <div className="grid gap-5 xl:grid-cols-2">
          {explanation.slots.map((slot) => (
            <SlotExplanation key={slot.slot} slot={slot} />
          ))}
        </div>
      )}
      <DecisionFacts view={view} />
      <DecisionEvents events={view.events} />
    </div>
  )
}

function ReplayResult({ replay }: { replay: View['replay'] }) {
  switch (replay.kind) {
    case 'identical':
      return (
        <Callout tone="success" title="Replayed: the same ad">
          Deciding again from the stored record, campaign revision and policy version gave the
          identical result, bit for bit.
        </Callout>
      )
    case 'different':
      return (
        <Callout tone="danger" title="Replayed: a different result">
          {replay.differences.map(({ path }) => path).join(', ')} came out differently. Please
          report this with the decision id.
        </Callout>
      )
    case 'unavailable':
      return (
        <Callout tone="info" title="Can’t be replayed any more">
          {replay.detail}
        </Callout>
      )
  }
}
