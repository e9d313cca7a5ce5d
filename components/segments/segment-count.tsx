'use client'

import { cn } from '@/components/ui/cn'
import { formatCount, formatPercent } from '@/components/ui/format-number'
import type { Condition } from '@/lib/decision/condition'
import { checkCondition } from '@/lib/segments/check-condition'
import type { SegmentCount as Count } from '@/lib/segments/segment'
import { isContextOnly } from './is-context-only'
import { useSegmentCount } from './use-segments'

/** How many customers a condition picks out, as it is being written. */
export function SegmentCount({ condition }: { condition: Condition }) {
  const query = useSegmentCount(condition)
  const isComplete = checkCondition(condition).length === 0
  return (
    <div
      role="status"
      aria-busy={query.isFetching}
      className="border-border bg-subtle/60 min-h-17 space-y-2 rounded-lg border p-3 text-sm"
    >
      {!isComplete ? (
        <p className="text-muted">Complete the conditions to count the customers.</p>
      ) : query.isError ? (
        <p className="text-danger">{query.error.message}</p>
      ) : query.data ? (
        <CountFigures count={query.data} condition={condition} isStale={query.isPlaceholderData} />
      ) : (
        <p className="text-muted">Counting…</p>
      )}
    </div>
  )
}

interface CountFiguresProps {
  count: Count
  condition: Condition
  isStale: boolean
}

function CountFigures({ count, condition, isStale }: CountFiguresProps) {
  const { matching, consented, total, ignoresContext } = count
  if (isContextOnly(condition)) {
    return (
      <p className="text-muted">
        Decided when the ad is shown, for every viewer; it needs no customer data.
      </p>
    )
  }
  const share = consented === 0 ? 0 : matching / consented
  return (
    <div className={cn('space-y-2', isStale && 'opacity-60')}>
      <p>
        {ignoresContext && 'Up to '}
        <strong className="text-base font-semibold tabular-nums">
          {formatCount(matching)}
        </strong> of {formatCount(consented)} customers who agreed to personalised ads
        {consented > 0 && (
          <span className="text-muted tabular-nums"> ({formatPercent(share, 1)})</span>
        )}
      </p>
      <div aria-hidden className="bg-border h-1.5 overflow-hidden rounded-full">
        <div
          className="bg-accent h-full rounded-full transition-[width]"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {ignoresContext && (
        <p className="text-muted text-xs">
          What is not known of customers beforehand – device, time, weather, stock – is decided when
          the ad is shown.
        </p>
      )}
      {total > consented && (
        <p className="text-muted text-xs">
          {formatCount(total - consented)} more did not agree and are never told apart.
        </p>
      )}
    </div>
  )
}
