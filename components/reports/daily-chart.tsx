'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { LineChart } from '@/components/charts/line-chart'
import { Select } from '@/components/ui/select'
import type { Arm } from '@/lib/decision/decision-record'
import type { Report } from '@/lib/reporting/report'
import { ARM_LABELS, METRIC_CHOICES, metricChoice } from './metric-choices'

const IDS = METRIC_CHOICES.map(({ id }) => id)
const OPTIONS = METRIC_CHOICES.map(({ id, label }) => ({ value: id, label }))
const COMPARED: readonly Arm[] = ['dynamic', 'holdout']

/** One figure by day, dynamic ad and benchmark, with intervals. */
export function DailyChart({ report }: { report: Report }) {
  const [id, setId] = useQueryState(
    'metric',
    parseAsStringLiteral(IDS).withDefault('clickThroughRate'),
  )
  const choice = metricChoice(id)
  return (
    <LineChart
      title="Day by day"
      description={choice.explanation}
      unit={choice.unit(report.currency ?? 'EUR')}
      actions={
        <Select
          aria-label="Figure"
          value={id}
          onValueChange={(value) => void setId(value)}
          options={OPTIONS}
        />
      }
      emptyBody="The first day appears with the first impression."
      series={COMPARED.map((arm) => ({
        id: arm,
        label: ARM_LABELS[arm],
        dashed: arm === 'holdout',
        points: report.days
          .filter((row) => row.arm === arm)
          .map(({ day, metrics }) => ({
            time: day,
            value: metrics[id].value,
            low: metrics[id].interval?.lower ?? null,
            high: metrics[id].interval?.upper ?? null,
          })),
      })).filter(({ points }) => points.length > 0)}
    />
  )
}
