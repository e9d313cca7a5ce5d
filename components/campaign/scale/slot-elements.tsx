'use client'

import { toast } from 'sonner'
import { BarInterval } from '@/components/charts/bar-interval'
import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { useSetElementPaused } from '@/components/campaign/use-campaign'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount, formatInterval, formatPercent } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { Beliefs } from '@/lib/learning/belief-api'
import type { Report } from '@/lib/reporting/report'
import { type RankedElement, rankElements, type Standing } from './rank-elements'

interface SlotElementsProps {
  campaignId: string
  slot: DraftSlot
  rows: Report['elements']
  beliefs: Beliefs['slots'][number]['assets']
}

const STANDINGS: Record<
  Standing,
  { label: string; tone: 'positive' | 'danger' | 'neutral' | 'warning' }
> = {
  winner: { label: 'Winner', tone: 'positive' },
  loser: { label: 'Loser', tone: 'danger' },
  open: { label: 'Not decided yet', tone: 'neutral' },
  paused: { label: 'Paused', tone: 'warning' },
}

/** One slot's elements: how they did, how sure the learner is, and a switch for each. */
export function SlotElements({ campaignId, slot, rows, beliefs }: SlotElementsProps) {
  const elements = rankElements(slot, rows, beliefs)
  const measured = elements.flatMap(({ asset, rate, impressions }) =>
    rate
      ? [
          {
            id: asset.id,
            label: asset.name,
            ...rate,
            low: rate.low,
            high: rate.high,
            sampleSize: impressions,
          },
        ]
      : [],
  )
  return (
    <section aria-label={slot.key} className="grid gap-5 2xl:grid-cols-2">
      <Card title={slot.key} flush>
        <Table caption={`Elements of ${slot.key}`}>
          <TableHead>
            <TableRow>
              <TableHeader>Element</TableHeader>
              <TableHeader numeric>Shown</TableHeader>
              <TableHeader numeric>Click-through rate</TableHeader>
              <TableHeader numeric>
                Best
                <Explain term="Chance of being best">
                  How sure the learner is that no other element of this slot works better, over all
                  contexts. From 90 % on we call it a winner, up to 2 % a loser; both need 300
                  impressions.
                </Explain>
              </TableHeader>
              <TableHeader>Standing</TableHeader>
              <TableHeader>
                <span className="sr-only">Actions</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {elements.map((element) => (
              <ElementRow
                key={element.asset.id}
                campaignId={campaignId}
                slot={slot.key}
                element={element}
              />
            ))}
          </TableBody>
        </Table>
      </Card>
      <BarInterval
        title={`Click-through rate by ${slot.key}`}
        unit={{ kind: 'ratio', label: 'Click-through rate' }}
        intervalLabel="95 % interval"
        estimates={measured}
        emptyBody="The first bars appear with the first impressions."
      />
    </section>
  )
}

interface ElementRowProps {
  campaignId: string
  slot: string
  element: RankedElement
}

function ElementRow({
  campaignId,
  slot,
  element: { asset, rate, impressions, probabilityBest, standing },
}: ElementRowProps) {
  const { canEdit } = useCampaignPermissions()
  const setPaused = useSetElementPaused(campaignId)
  const change = (isPaused: boolean) =>
    setPaused.mutate(
      { slot, assetId: asset.id, isPaused },
      {
        onSuccess: () =>
          toast(
            `${asset.name} ${isPaused ? 'paused' : 'is back'}. Publish the changes to make it so.`,
            {
              action: { label: 'Undo', onClick: () => change(!isPaused) },
            },
          ),
      },
    )
  return (
    <TableRow>
      <TableCell>
        <span className="flex min-w-40 items-center gap-2">
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
      <TableCell numeric>{formatPercent(probabilityBest, 0)}</TableCell>
      <TableCell>
        <Badge tone={STANDINGS[standing].tone}>{STANDINGS[standing].label}</Badge>
      </TableCell>
      <TableCell className="text-right">
        {canEdit && (
          <Button
            size="sm"
            loading={setPaused.isPending}
            onClick={() => change(!asset.isPaused)}
            aria-label={asset.isPaused ? `Take ${asset.name} back` : `Pause ${asset.name}`}
          >
            {asset.isPaused ? 'Take back' : 'Pause'}
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}
