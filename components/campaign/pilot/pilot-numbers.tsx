'use client'

import { FlightNote } from '@/components/reports/flight-note'
import { TimeChart } from '@/components/reports/time-chart'
import { useReport } from '@/components/reports/use-report'
import { Callout } from '@/components/ui/callout'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { QueryContent } from '@/components/ui/query-content'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
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
          <Card
            flush
            title="The pilot so far"
            description={
              report.totals.counts.impressions === 0
                ? 'Waiting for the first ad to be shown. Place the tag below on a page.'
                : report.lift[0]?.sentence
            }
            actions={<ButtonLink href={`/reports/${campaign.id}`}>Whole report</ButtonLink>}
          >
            <ArmTable report={report} />
            {report.sampleRatio.kind === 'ok' && report.sampleRatio.isAlarm && (
              <Callout tone="warning" title="The split is not as planned" className="m-4">
                The holdout got a share that chance hardly explains. Until the reason is found,
                don’t trust the comparison.
              </Callout>
            )}
          </Card>
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
