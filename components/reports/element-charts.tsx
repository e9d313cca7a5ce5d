import { BarInterval } from '@/components/charts/bar-interval'
import { EmptyState } from '@/components/ui/empty-state'
import type { Report } from '@/lib/reporting/report'
import { CsvLink } from './csv-link'

/** Click-through rate of every element in the dynamic ads, a chart for each slot. */
export function ElementCharts({ report, search }: { report: Report; search: string }) {
  const slots = [...new Set(report.elements.map(({ slot }) => slot))]
  if (slots.length === 0) {
    return (
      <EmptyState
        title="No dynamic ads yet"
        body="Elements are compared as soon as the dynamic ad was shown."
      />
    )
  }
  return (
    <div className="space-y-3">
      <div className="flex justify-end">
        <CsvLink campaignId={report.campaignId} table="elements" search={search} />
      </div>
      <div className="grid gap-5 xl:grid-cols-2">
        {slots.map((slot) => (
          <BarInterval
            key={slot}
            title={slot}
            unit={{ kind: 'ratio', label: 'Click-through rate' }}
            intervalLabel="95 % interval"
            estimates={report.elements
              .filter((row) => row.slot === slot)
              .flatMap(({ assetId, assetName, counts, metrics: { clickThroughRate: rate } }) =>
                rate.value === null || !rate.interval
                  ? []
                  : [
                      {
                        id: assetId,
                        label: assetName ?? assetId,
                        value: rate.value,
                        low: rate.interval.lower,
                        high: rate.interval.upper,
                        sampleSize: counts.impressions,
                      },
                    ],
              )
              .toSorted((a, b) => b.value - a.value)}
          />
        ))}
      </div>
      <p className="text-muted text-xs">
        The learner shows promising elements more often and to the people they suit, so these rates
        compare elements as they were used. The campaign’s step “Scale” shows what it believes about
        each.
      </p>
    </div>
  )
}
