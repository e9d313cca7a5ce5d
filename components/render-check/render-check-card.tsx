'use client'

import { ScanSearch } from 'lucide-react'
import { formatBigCount } from '@/components/gallery/format-big-count'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/components/ui/format-number'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { RenderCell } from '@/lib/render-checks/render-check'
import { FindingList } from './finding-list'
import { useRenderPlan, useRunRenderCheck } from './use-render-check'

interface RenderCheckCardProps {
  campaign: CampaignDetail
  canRun: boolean
  onOpen: (cell: RenderCell) => void
}

/** Draws the ads of the draft in this browser and lists what does not fit or can't be read. */
export function RenderCheckCard({ campaign, canRun, onOpen }: RenderCheckCardProps) {
  const plan = useRenderPlan(campaign)
  const { isRunning, start, stop } = useRunRenderCheck(campaign)
  if (plan.isError) {
    return (
      <Callout tone="danger" title="The rendered check could not be planned">
        {plan.error.message}
      </Callout>
    )
  }
  if (!plan.data) return <Skeleton className="h-24" />
  if (plan.data.kind !== 'ok') return null
  const { cells, ads, pairs, isComplete, reachable, snapshot } = plan.data
  const ready = plan.data
  const done = cells.filter(({ findings }) => findings !== null).length
  const left = cells.length - done
  return (
    <Card
      id="rendered-check"
      title="Rendered check"
      description="Text that is cut off or leaves the ad, and contrast with what is really behind it."
      actions={
        isRunning ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          canRun &&
          left > 0 && (
            <Button icon={<ScanSearch aria-hidden />} onClick={() => void start(ready)}>
              {done === 0 ? `Draw ${formatCount(left)} ads` : `Draw ${formatCount(left)} new ones`}
            </Button>
          )
        )
      }
    >
      <div className="space-y-3 text-sm">
        <p className="text-muted">
          Whether a text fits and can be read depends on two elements at most. So of{' '}
          {formatBigCount(BigInt(reachable))} ads, {formatCount(ads)} are drawn in every size: they
          hold {isComplete ? 'all' : 'the first'} {formatCount(pairs)} pairs of elements that can
          meet{isComplete ? '' : ', and there are more'}. What was drawn before and has not changed
          is not drawn again.
        </p>
        {(isRunning || (done > 0 && left > 0)) && (
          <Progress
            label={isRunning ? 'Drawing in this browser' : 'Drawn so far'}
            value={cells.length === 0 ? 1 : done / cells.length}
            detail={`${formatCount(done)} of ${formatCount(cells.length)}`}
          />
        )}
        {left === 0 && (
          <p role="status">All {formatCount(cells.length)} are drawn and up to date.</p>
        )}
        <FindingList cells={cells} snapshot={snapshot} isDone={left === 0} onOpen={onOpen} />
      </div>
    </Card>
  )
}
