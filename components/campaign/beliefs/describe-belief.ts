import { formatChange, formatPercent } from '@/components/ui/format-number'

/** How sure the model is that an element is the best of its slot, in words. */
export function describeChanceOfBest(probability: number): string {
  if (probability >= 0.99) return 'Almost certainly the best'
  if (probability >= 0.9) return 'Very likely the best'
  if (probability >= 0.6) return 'Probably the best'
  if (probability >= 0.3) return 'May be the best'
  if (probability >= 0.1) return 'Might still be the best'
  if (probability >= 0.01) return 'Unlikely to be the best'
  return 'Almost certainly not the best'
}

/** A chance that is estimated from draws: never "0%" or "100%". */
export function formatChance(probability: number): string {
  if (probability < 0.01) return '< 1%'
  return probability > 0.99 ? '> 99%' : formatPercent(probability, 0)
}

interface Effect {
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

/** Whether the interval says which way it goes. */
export function toneOfEffect({ lower, upper }: Effect): 'positive' | 'danger' | 'neutral' {
  if (lower > 0) return 'positive'
  return upper < 0 ? 'danger' : 'neutral'
}

const change = (ratio: number) => formatChange(ratio, 0)

/** "−4% to +12%". */
export function formatEffectRange({ lower, upper }: Pick<Effect, 'lower' | 'upper'>): string {
  return `${change(lower)} to ${change(upper)}`
}

/** "+12%". */
export const formatEffect = ({ mean }: Pick<Effect, 'mean'>): string => change(mean)
