import { ArrowDown, ArrowUp, Minus } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './cn'

interface StatProps {
  label: string
  /** Already formatted; "–" when there is none. */
  value: string
  unit?: string
  /** The interval of an estimate, such as "1.8–2.4 %, 95 %". */
  interval?: string
  delta?: { text: string; direction: 'up' | 'down' | 'flat'; good?: boolean }
  /** An Explain element. */
  explain?: ReactNode
  /** The rows behind the number. */
  href?: string
  className?: string
}

const arrows = { up: ArrowUp, down: ArrowDown, flat: Minus }

export function Stat({ label, value, unit, interval, delta, explain, href, className }: StatProps) {
  const Arrow = delta && arrows[delta.direction]
  return (
    <div role="group" aria-label={label} className={cn('min-w-0 space-y-0.5', className)}>
      <div className="text-muted flex items-center gap-1 text-xs">
        {href ? (
          <Link href={href} className="hover:text-foreground underline-offset-4 hover:underline">
            {label}
          </Link>
        ) : (
          label
        )}
        {explain}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-xl font-semibold tracking-tight tabular-nums">
          {value}
          {unit && <span className="text-muted ml-1 text-sm font-normal">{unit}</span>}
        </span>
        {delta && Arrow && (
          <span
            className={cn(
              'inline-flex items-center gap-0.5 text-xs font-medium tabular-nums',
              delta.good === undefined
                ? 'text-muted'
                : delta.good
                  ? 'text-positive'
                  : 'text-danger',
            )}
          >
            <Arrow aria-hidden className="size-3" />
            {delta.text}
          </span>
        )}
      </div>
      {interval && <div className="text-muted text-xs tabular-nums">{interval}</div>}
    </div>
  )
}
