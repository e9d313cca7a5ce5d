import { cn } from '@/components/ui/cn'
import { type EffectScale, placeOnScale } from './effect-mark'

interface EffectAxisProps {
  ticks: readonly number[]
  scale: EffectScale
  format: (value: number) => string
  className?: string
}

/** The axis below a column of effect marks. */
export function EffectAxis({ ticks, scale, format, className }: EffectAxisProps) {
  return (
    <div aria-hidden className={cn('border-border text-muted relative h-5 border-t', className)}>
      {ticks.map((tick, index) => (
        <span
          key={tick}
          className={cn(
            'text-2xs absolute top-1 tabular-nums',
            index === 0
              ? ''
              : index === ticks.length - 1
                ? '-translate-x-full'
                : '-translate-x-1/2',
          )}
          style={{ left: placeOnScale(tick, scale) }}
        >
          {format(tick)}
        </span>
      ))}
    </div>
  )
}
