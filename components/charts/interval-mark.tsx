import { cn } from '@/components/ui/cn'

interface IntervalMarkProps {
  value: number
  low: number
  high: number
  /** What the right end stands for; the left one is 0. Shared by the marks that are compared. */
  max: number
  tone?: 'accent' | 'positive' | 'danger' | 'neutral'
  className?: string
}

const TONES = {
  accent: { band: 'bg-accent/25', dot: 'bg-accent' },
  positive: { band: 'bg-positive/25', dot: 'bg-positive' },
  danger: { band: 'bg-danger/25', dot: 'bg-danger' },
  neutral: { band: 'bg-border-strong/50', dot: 'bg-muted' },
}

/** An estimate with its interval on one line, for table cells. The numbers stand beside it. */
export function IntervalMark({
  value,
  low,
  high,
  max,
  tone = 'accent',
  className,
}: IntervalMarkProps) {
  const at = (one: number) => `${max > 0 ? Math.min(100, Math.max(0, (one / max) * 100)) : 0}%`
  return (
    <span aria-hidden className={cn('bg-subtle relative block h-4 rounded-sm', className)}>
      <span
        className={cn('absolute inset-y-1 min-w-px rounded-sm', TONES[tone].band)}
        style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
      />
      <span
        className={cn('absolute inset-y-0.5 w-0.5 -translate-x-1/2 rounded-full', TONES[tone].dot)}
        style={{ left: at(value) }}
      />
    </span>
  )
}
