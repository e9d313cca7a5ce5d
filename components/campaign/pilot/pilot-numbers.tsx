'use client'

import { FlightNote } from '@/components/reports/flight-note'
import { TimeChart } from '@/components/reports/time-chart'
import { useReport } from '@/components/reports/use-report'
import { Callout } from '@/components/ui/callout'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { QueryContent } from '@/components/ui/query-content'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { Report } from '@/lib/reporting/report'
import { ArmTable } from './arm-table'
import { DayTable } from './day-table'

/** The pilot while it runs: both arms side by side, in all and day by day. */
export function PilotNumbers({ campaign }: { campaign: CampaignDetail }) {
  const query = useReport(campaign.id)
  return (
    <QueryContent query={query} noun="The numbers of the pilot">
      {(report) => (
        <div className="space-y-5">
          <FlightNote report={report} />
          <PilotStanding report={report} />
          {report.days.length > 0 && (
            <>
              <TimeChart report={report} />
              <DayTable report={report} />
            </>
          )}
        </div>
      )}
    </QueryContent>
  )
}

function PilotStanding({ report }: { report: Report }) {
  const [verdict] = report.lift
  const isBroken = verdict?.verdict === 'broken'
  const isWaiting = report.totals.counts.impressions === 0
  return (
    <Card
      flush
      title="The pilot so far"
      description={
        isWaiting
          ? 'Waiting for the first ad to be shown. Place the tag below on a page.'
          : !isBroken && verdict?.sentence
      }
      actions={<ButtonLink href={`/reports/${report.campaignId}`}>Whole report</ButtonLink>}
    >
      <ArmTable report={report} />
      {isBroken && (
        <Callout tone="danger" title="The split is not as planned" className="m-4">
          {verdict.sentence}
        </Callout>
      )}
    </Card>
  )
}
