'use client'

import { LineChart } from '@/components/charts/line-chart'
import type { Arm } from '@/lib/decision/decision-record'
import type { Report } from '@/lib/reporting/report'
import { FigureSelect } from './figure-select'
import { ARM_LABELS, metricChoice } from './metric-choices'
import { useFigure } from './use-figure'

const COMPARED: readonly Arm[] = ['dynamic', 'holdout']

/** One figure over time, dynamic ad and benchmark, with intervals: by day, at first by the clock. */
export function TimeChart({ report }: { report: Report }) {
  const [id] = useFigure()
  const choice = metricChoice(id)
  const isTimed = report.times.length > 0
  const points = isTimed
    ? report.times.map(({ startsAt, arm, metrics }) => ({ time: startsAt, arm, metrics }))
    : report.days.map(({ day, arm, metrics }) => ({ time: day, arm, metrics }))
  return (
    <LineChart
      title={isTimed ? 'Over time' : 'Day by day'}
      description={choice.explanation}
      grain={isTimed ? 'hour' : 'day'}
      unit={choice.unit(report.currency ?? 'EUR')}
      actions={<FigureSelect label="Figure over time" />}
      footer={
        isTimed &&
        `In steps of ${describeStep(report.timeStepMinutes)}, UTC, as long as there are no more than two days. The shaded bands are 95 % intervals, each for one look.`
      }
      emptyBody="The first point appears when the dynamic ad or its holdout is shown."
      series={COMPARED.map((arm) => ({
        id: arm,
        label: ARM_LABELS[arm],
        dashed: arm === 'holdout',
        points: points
          .filter((point) => point.arm === arm)
          .map(({ time, metrics }) => ({
            time,
            value: metrics[id].value,
            low: metrics[id].interval?.lower ?? null,
            high: metrics[id].interval?.upper ?? null,
          })),
      })).filter((series) => series.points.length > 0)}
    />
  )
}

function describeStep(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`
  return minutes === 60 ? 'an hour' : `${minutes / 60} hours`
}
