'use client'

import { Progress as Radix } from 'radix-ui'
import { cn } from './cn'

interface ProgressProps {
  /** From 0 to 1; null while the length is unknown. */
  value: number | null
  /** What is under way; also shown. */
  label: string
  /** Shown at the right instead of the percentage, such as "12 of 40 files". */
  detail?: string
  tone?: 'accent' | 'positive' | 'warning' | 'danger'
  hideLabel?: boolean
  className?: string
}

const tones = {
  accent: 'bg-accent',
  positive: 'bg-positive',
  warning: 'bg-warning',
  danger: 'bg-danger',
}

export function Progress({
  value,
  label,
  detail,
  tone = 'accent',
  hideLabel = false,
  className,
}: ProgressProps) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div className={cn('space-y-1', className)}>
      {!hideLabel && (
        <div className="flex justify-between gap-4 text-xs">
          <span>{label}</span>
          <span className="text-muted tabular-nums">
            {detail ?? (percent === null ? '' : `${percent}%`)}
          </span>
        </div>
      )}
      <Radix.Root
        aria-label={label}
        value={percent}
        className="bg-subtle h-1.5 overflow-hidden rounded-full"
      >
        <Radix.Indicator
          className={cn(
            'block h-full rounded-full transition-[width]',
            tones[tone],
            percent === null && 'w-1/3 animate-pulse',
          )}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </Radix.Root>
    </div>
  )
}
