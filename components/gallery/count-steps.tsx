import { Fragment } from 'react'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/components/ui/format-number'
import { labelSlot } from '@/lib/assets/label-slot'
import { describePair } from '@/lib/decision/describe-pair'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { CountStep } from '@/lib/permutations/explain-count'
import { formatBigCount } from './format-big-count'

interface CountStepsProps {
  snapshot: Snapshot
  steps: readonly CountStep[]
  /** Only ads with findings are shown: so many. */
  withFindings: bigint | null
}

/** How the number of ads comes about, step by step. */
export function CountSteps({ snapshot, steps, withFindings }: CountStepsProps) {
  const left = withFindings ?? steps.at(-1)?.left ?? null
  return (
    <Card title="How many, and why" description="Every ad that can be reached in some context.">
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2 text-sm tabular-nums">
        {steps.map(({ cause, removed, left: after }, index) => (
          <Fragment key={index}>
            <dt className="text-muted">{describeCause(cause, snapshot)}</dt>
            <dd className="text-right">
              {index === 0
                ? formatBigCount(after)
                : removed === null
                  ? 'not countable'
                  : `− ${formatBigCount(removed)}`}
            </dd>
          </Fragment>
        ))}
        {withFindings !== null && (
          <>
            <dt className="text-muted">with findings</dt>
            <dd className="text-right">{formatBigCount(withFindings)}</dd>
          </>
        )}
        <dt className="border-border border-t pt-2 font-medium">Ads shown here</dt>
        <dd className="border-border border-t pt-2 text-right font-medium">
          {left === null ? 'more than can be counted' : formatBigCount(left)}
        </dd>
      </dl>
    </Card>
  )
}

function describeCause(cause: CountStep['cause'], snapshot: Snapshot): string {
  switch (cause.kind) {
    case 'slots':
      return cause.factors
        .map(({ slot, assets }) => {
          const kind = snapshot.slots.find(({ key }) => key === slot)?.kind ?? null
          return `${formatCount(assets)} × ${labelSlot(slot, kind)}`
        })
        .join(', ')
    case 'pair':
      return describePair(cause.pair, ({ assetId }) => snapshot.assets[assetId]?.name ?? null)
    case 'more-pairs':
      return `${formatCount(cause.pairs)} more pairs`
    case 'rules':
      return 'rules that always hold'
    case 'segment': {
      const name = snapshot.segments.find(({ id }) => id === cause.segmentId)?.name
      return `rules for ‘${name ?? 'a segment that is gone'}’`
    }
    case 'filter':
      return 'your filter'
  }
}
