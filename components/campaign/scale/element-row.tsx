'use client'

import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { IntervalMark } from '@/components/charts/interval-mark'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { formatCount, formatInterval, formatPercent } from '@/components/ui/format-number'
import { TableCell, TableRow } from '@/components/ui/table'
import type { RankedElement } from './rank-elements'
import { STANDINGS } from './standings'
import { usePauseElement } from './use-pause-element'

interface ElementRowProps {
  campaignId: string
  slot: string
  element: RankedElement
  /** The highest estimate of the slot: the right end of all its intervals. */
  max: number
}

const MARKS = { winner: 'positive', loser: 'danger', open: 'accent', paused: 'neutral' } as const

export function ElementRow({ campaignId, slot, element, max }: ElementRowProps) {
  const { asset, impressions, rate, estimate, probabilityBest, standing } = element
  const { canEdit } = useCampaignPermissions()
  const { setPaused, isPending } = usePauseElement(campaignId)
  return (
    <TableRow>
      <TableCell>
        <span className="flex min-w-36 items-center gap-2">
          <AssetThumbnail asset={asset} />
          <span className="font-medium">{asset.name}</span>
        </span>
      </TableCell>
      <TableCell numeric>{formatCount(impressions)}</TableCell>
      <TableCell numeric>
        {formatPercent(rate?.value ?? null)}
        {rate && (
          <span className="text-muted block text-xs">{formatInterval(rate.low, rate.high)}</span>
        )}
      </TableCell>
      <TableCell>
        {estimate ? (
          <span className="flex items-center gap-3">
            <IntervalMark {...estimate} max={max} tone={MARKS[standing]} className="w-20 grow" />
            <span className="whitespace-nowrap tabular-nums">
              {formatPercent(estimate.value)}
              <span className="text-muted block text-xs">
                {formatInterval(estimate.low, estimate.high)}
              </span>
            </span>
          </span>
        ) : (
          <span className="text-muted">Nothing learnt yet</span>
        )}
      </TableCell>
      <TableCell numeric>{formatPercent(probabilityBest, 0)}</TableCell>
      <TableCell>
        <Badge tone={STANDINGS[standing].tone}>{STANDINGS[standing].label}</Badge>
      </TableCell>
      <TableCell className="text-right">
        {canEdit && (
          <Button
            size="sm"
            loading={isPending}
            onClick={() => setPaused(slot, asset, !asset.isPaused)}
            aria-label={asset.isPaused ? `Take ${asset.name} back` : `Pause ${asset.name}`}
          >
            {asset.isPaused ? 'Take back' : 'Pause'}
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}
