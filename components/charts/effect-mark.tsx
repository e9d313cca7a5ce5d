import { cn } from '@/components/ui/cn'

export interface EffectScale {
  readonly low: number
  readonly high: number
}

interface EffectMarkProps {
  value: number
  low: number
  high: number
  /** The ends of the axis, zero among it; shared by the marks that are compared. */
  scale: EffectScale
  tone: 'positive' | 'danger' | 'neutral'
  className?: string
}

const TONES = {
  positive: { band: 'bg-positive/30', dot: 'bg-positive' },
  danger: { band: 'bg-danger/30', dot: 'bg-danger' },
  neutral: { band: 'bg-border-strong/60', dot: 'bg-muted' },
}

/** Where a value lies on an axis, as a share of its length. */
export function placeOnScale(value: number, { low, high }: EffectScale): string {
  const share = high > low ? (value - low) / (high - low) : 0
  return `${Math.min(100, Math.max(0, share * 100))}%`
}

/**
 * A change with its interval on one line, beside nothing changing. The numbers stand beside it.
 * `[--bleed:-1rem]` draws the line of no change beyond it, so that lines of rows meet.
 */
export function EffectMark({ value, low, high, scale, tone, className }: EffectMarkProps) {
  const at = (one: number) => placeOnScale(one, scale)
  return (
    <span aria-hidden className={cn('relative block h-4', className)}>
      <span
        className="bg-border-strong absolute inset-y-[var(--bleed,0px)] w-px -translate-x-1/2"
        style={{ left: at(0) }}
      />
      <span
        className={cn('absolute inset-y-1 min-w-px rounded-sm', TONES[tone].band)}
        style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
      />
      <span
        className={cn('absolute inset-y-0 w-0.75 -translate-x-1/2 rounded-full', TONES[tone].dot)}
        style={{ left: at(value) }}
      />
    </span>
  )
}
