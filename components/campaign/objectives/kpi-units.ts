import type { Goal, Kpi } from '@/lib/campaigns/objectives'

interface KpiUnit {
  label: string
  explanation: string
  /** How the number in the form becomes the stored value. */
  storedPerShown: number
  decimals: number
  suffix: (currency: string) => string
  isLowerBetter: boolean
}

export const KPI_UNITS: Record<Kpi, KpiUnit> = {
  ctr: {
    label: 'Click-through rate',
    explanation: 'Of everybody who saw the ad, how many clicked it.',
    storedPerShown: 0.01,
    decimals: 3,
    suffix: () => '%',
    isLowerBetter: false,
  },
  conversion_rate: {
    label: 'Conversion rate',
    explanation: 'Of everybody who saw the ad, how many bought, signed up or did what you want.',
    storedPerShown: 0.01,
    decimals: 4,
    suffix: () => '%',
    isLowerBetter: false,
  },
  cpa: {
    label: 'Cost per conversion (CPA)',
    explanation: 'What one sale or lead costs in advertising.',
    storedPerShown: 1,
    decimals: 2,
    suffix: (currency) => currency,
    isLowerBetter: true,
  },
  roas: {
    label: 'Return on ad spend (ROAS)',
    explanation:
      'The value of all conversions, divided by what the ads cost. 4 means: each unit spent brings four.',
    storedPerShown: 1,
    decimals: 2,
    suffix: () => '×',
    isLowerBetter: false,
  },
  engagement: {
    label: 'Engagement',
    explanation: 'How many seconds people stay on your site after the click.',
    storedPerShown: 1,
    decimals: 0,
    suffix: () => 'seconds',
    isLowerBetter: false,
  },
}

export const GOALS: Record<Goal, { label: string; description: string }> = {
  awareness: { label: 'Awareness', description: 'People should see and remember you' },
  leads: { label: 'Leads', description: 'People should leave their details' },
  sales: { label: 'Sales', description: 'People should buy' },
}
