import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { cn } from '@/components/ui/cn'
import { formatPercent } from '@/components/ui/format-number'
import type { ContextFeature } from '@/lib/decision/snapshot'
import type { BelievedSlot } from '@/lib/learning/belief-api'
import { FEATURE_LABELS, labelContextValue } from '@/lib/learning/context-words'
import { scaleEffects } from './effect-scale'
import { ElementName } from './element-name'
import type { ElementNames } from './name-elements'
import { SplitCell } from './split-cell'

interface SplitTableProps {
  slot: BelievedSlot
  names: ElementNames
  label: string
  splitBy: ContextFeature
  segments: readonly { id: string; name: string }[]
}

/** On a phone there is room for one column beside the names, and the others are what was asked for. */
const ALL_STYLE = 'hidden sm:table-cell'

/** The effect of each element for everybody and in each kind of context, the commonest first. */
export function SplitTable({ slot, names, label, splitBy, segments }: SplitTableProps) {
  const columns = [
    { id: 'all', title: 'All viewers', share: null, assets: slot.assets },
    ...slot.byValue
      .toSorted((a, b) => b.share - a.share)
      .map(({ value, share, assets }) => ({
        id: `value ${value}`,
        title: labelContextValue(splitBy, value, segments),
        share,
        assets,
      })),
  ]
  const scale = scaleEffects(columns.flatMap(({ assets }) => assets.map(({ effect }) => effect)))
  const ranked = slot.assets.toSorted((a, b) => b.probabilityBest - a.probabilityBest)
  return (
    <Table caption={`${label} by ${FEATURE_LABELS[splitBy].toLowerCase()}`}>
      <TableHead>
        <TableRow>
          <TableHeader>Element</TableHeader>
          {columns.map(({ id, title, share }) => (
            <TableHeader key={id} className={cn('h-auto py-2', share === null && ALL_STYLE)}>
              <span className="text-foreground block">{title}</span>
              <span className="font-normal">
                {share === null
                  ? 'all contexts of late'
                  : `${formatPercent(share, 0)} of ads of late`}
              </span>
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {ranked.map(({ assetId }) => (
          <TableRow key={assetId}>
            <TableCell>
              <ElementName
                asset={names.find(slot.slot, assetId)}
                name={names.name(slot.slot, assetId)}
              />
            </TableCell>
            {columns.map(({ id, share, assets }) => (
              <SplitCell
                key={id}
                assets={assets}
                assetId={assetId}
                scale={scale}
                className={share === null ? ALL_STYLE : undefined}
              />
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
