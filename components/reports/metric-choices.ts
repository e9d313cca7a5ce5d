import type { ChartUnit } from '@/components/charts/chart-format'
import type { Metrics } from '@/lib/reporting/compute-metrics'

interface MetricChoice {
  id: keyof Metrics
  label: string
  explanation: string
  unit: (currency: string) => ChartUnit
}

const ratio = (label: string) => (): ChartUnit => ({ kind: 'ratio', label })
const money =
  (label: string) =>
  (currency: string): ChartUnit => ({ kind: 'micros', label, currency })

/** The figures of a report that a person can choose among, in plain words. */
export const METRIC_CHOICES: readonly MetricChoice[] = [
  {
    id: 'clickThroughRate',
    label: 'Click-through rate',
    explanation: 'Clicks, divided by the times the ad began to show.',
    unit: ratio('Click-through rate'),
  },
  {
    id: 'viewableRate',
    label: 'Viewable rate',
    explanation: 'How often at least half of the ad was in view for a second (MRC standard).',
    unit: ratio('Viewable rate'),
  },
  {
    id: 'conversionRate',
    label: 'Conversion rate',
    explanation:
      'Conversions, divided by clicks. Above 100 % where people also convert without a click.',
    unit: ratio('Conversion rate'),
  },
  {
    id: 'conversionsPerImpression',
    label: 'Conversions per impression',
    explanation: 'Conversions, divided by the times the ad began to show, clicked or not.',
    unit: () => ({ kind: 'ratio', label: 'Conversions per impression', digits: 3 }),
  },
  {
    id: 'costPerConversionMicros',
    label: 'Cost per conversion',
    explanation:
      'What the impressions cost, divided by conversions. Needs the cost of 1,000 impressions in step 1.',
    unit: money('Cost per conversion'),
  },
  {
    id: 'returnOnAdSpend',
    label: 'Return on ad spend',
    explanation:
      'What conversions were worth for each unit of money that the impressions cost. Needs the cost of 1,000 impressions in step 1.',
    unit: () => ({ kind: 'factor', label: 'Return on ad spend' }),
  },
  {
    id: 'valuePerThousandMicros',
    label: 'Value per 1,000 impressions',
    explanation: 'What conversions were worth, for every thousand times the ad was shown.',
    unit: money('Value per 1,000 impressions'),
  },
  {
    id: 'engagedMsPerVisit',
    label: 'Time on site',
    explanation:
      'How long a visit after a click lasted, on average. Needs the pixel on your pages.',
    unit: () => ({ kind: 'duration', label: 'Time on site' }),
  },
  {
    id: 'pagesPerVisit',
    label: 'Pages per visit',
    explanation: 'How many pages a visit after a click saw, on average.',
    unit: () => ({ kind: 'factor', label: 'Pages per visit', suffix: '' }),
  },
  {
    id: 'bounceRate',
    label: 'Bounce rate',
    explanation: 'Visits that ended on the first page.',
    unit: ratio('Bounce rate'),
  },
]

export function metricChoice(id: keyof Metrics): MetricChoice {
  const choice = METRIC_CHOICES.find((candidate) => candidate.id === id)
  if (!choice) throw new Error(`not a metric to choose: ${id}`)
  return choice
}

export const ARM_LABELS = {
  dynamic: 'Dynamic ad',
  holdout: 'Benchmark (holdout)',
  outside: 'Static ad (outside the pilot)',
  fallback: 'Static ad (fallback)',
} as const
