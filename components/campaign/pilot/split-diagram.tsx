import { cn } from '@/components/ui/cn'
import type { ViewerSplit } from './split-viewers'

interface SplitDiagramProps {
  split: ViewerSplit
  isSomeSegments: boolean
}

const GROUPS = [
  { key: 'dynamic', label: 'see the dynamic ad', dot: 'bg-accent border-accent' },
  {
    key: 'holdout',
    label: 'are held out: they see the benchmark and are compared',
    dot: 'border-chart-2 bg-chart-2',
  },
  {
    key: 'outside',
    label: 'are outside: they see the benchmark and are not compared',
    dot: 'border-border-strong bg-transparent',
  },
] as const

/** A hundred viewers as a hundred dots. The words beside them say the same. */
export function SplitDiagram({ split, isSomeSegments }: SplitDiagramProps) {
  const dots = GROUPS.flatMap(({ key, dot }) => Array.from({ length: split[key] }, () => dot))
  return (
    <figure className="border-border space-y-3 rounded-lg border p-4">
      <figcaption className="text-sm font-medium">
        Of 100 viewers{isSomeSegments ? ' in these segments' : ''}
      </figcaption>
      <div aria-hidden className="grid max-w-lg grid-cols-20 gap-1">
        {dots.map((dot, index) => (
          <span key={index} className={cn('aspect-square rounded-full border', dot)} />
        ))}
      </div>
      <ul className="space-y-1 text-sm">
        {GROUPS.map(({ key, label, dot }) => (
          <li key={key} className="flex items-baseline gap-2">
            <span aria-hidden className={cn('size-2.5 shrink-0 rounded-full border', dot)} />
            <span>
              <span className="inline-block min-w-6 text-right font-medium tabular-nums">
                {split[key]}
              </span>{' '}
              <span className="text-muted">{label}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
