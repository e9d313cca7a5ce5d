import type { Standing } from './rank-elements'

export const STANDINGS: Record<
  Standing,
  { label: string; tone: 'positive' | 'danger' | 'neutral' | 'warning' }
> = {
  winner: { label: 'Winner', tone: 'positive' },
  loser: { label: 'Loser', tone: 'danger' },
  open: { label: 'Not decided yet', tone: 'neutral' },
  paused: { label: 'Paused', tone: 'warning' },
}

/** What the learner counts as a success, as the rate that it estimates. */
export const REWARD_RATES = {
  click: 'Clicks of impressions',
  conversion: 'Conversions of impressions',
  value: 'Conversions of impressions',
  engagement: 'Engaged visits of impressions',
} as const
