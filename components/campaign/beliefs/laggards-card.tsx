'use client'

import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { usePauseElement } from '@/components/campaign/scale/use-pause-element'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount, formatPercent } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { Beliefs } from '@/lib/learning/belief-api'
import { LAGGARD_BELOW } from '@/lib/learning/list-laggards'
import { formatChance, formatEffect, formatEffectRange } from './describe-belief'
import { ElementName } from './element-name'
import type { ElementNames } from './name-elements'

interface LaggardsCardProps {
  campaignId: string
  laggards: Beliefs['laggards']
  names: ElementNames
}

/** Elements that are hardly the best any more, with the evidence and a way to pause them. */
export function LaggardsCard({ campaignId, laggards, names }: LaggardsCardProps) {
  const limit = formatPercent(LAGGARD_BELOW, 0)
  return (
    <Card
      title="Falling behind"
      description={
        laggards.length === 0
          ? `No element is yet below a chance of ${limit} of being the best of its slot.`
          : `Below a chance of ${limit} of being the best of their slot. They are shown rarely, but nothing is dropped by itself: pause what should not be tried any more.`
      }
      actions={
        <Explain term="Falling behind">
          The chance is over all viewers of late. An element that is meant for a few of them only,
          or that a rule needs, may well be worth keeping: look at the effects by segment first.
        </Explain>
      }
      flush={laggards.length > 0}
      className={laggards.length === 0 ? '[&>div]:hidden [&>header]:pb-3' : ''}
    >
      {laggards.length > 0 && (
        <Table caption="Elements falling behind">
          <TableHead>
            <TableRow>
              <TableHeader>Element</TableHeader>
              <TableHeader className="hidden sm:table-cell">Slot</TableHeader>
              <TableHeader numeric>Best</TableHeader>
              <TableHeader numeric>Effect, 90 %</TableHeader>
              <TableHeader numeric>Shown now</TableHeader>
              <TableHeader numeric>Impressions</TableHeader>
              <TableHeader>
                <span className="sr-only">Actions</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {laggards.map((laggard) => (
              <LaggardRow
                key={`${laggard.slot} ${laggard.assetId}`}
                {...{ campaignId, laggard, names }}
              />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  )
}

interface LaggardRowProps {
  campaignId: string
  laggard: Beliefs['laggards'][number]
  names: ElementNames
}

function LaggardRow({ campaignId, laggard, names }: LaggardRowProps) {
  const { slot, assetId, effect, probabilityBest, chance, impressions } = laggard
  const asset = names.find(slot, assetId)
  const { canEdit } = useCampaignPermissions()
  const { setPaused, isPending } = usePauseElement(campaignId)
  return (
    <TableRow>
      <TableCell>
        <ElementName asset={asset} name={names.name(slot, assetId)} />
        <span className="text-muted text-xs sm:hidden">{names.slotLabel(slot)}</span>
      </TableCell>
      <TableCell className="hidden whitespace-nowrap sm:table-cell">
        {names.slotLabel(slot)}
      </TableCell>
      <TableCell numeric>{formatChance(probabilityBest)}</TableCell>
      <TableCell numeric>
        {formatEffect(effect)}
        <span className="text-muted block text-xs">{formatEffectRange(effect)}</span>
      </TableCell>
      <TableCell numeric>{formatPercent(chance, 1)} of ads</TableCell>
      <TableCell numeric>{formatCount(impressions)}</TableCell>
      <TableCell className="text-right">
        {canEdit && asset && (
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
