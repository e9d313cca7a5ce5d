import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { Beliefs } from '@/lib/learning/belief-api'
import { BelievedMark } from './believed-mark'
import { formatEffect, formatEffectRange, toneOfEffect } from './describe-belief'
import { scaleEffects } from './effect-scale'
import type { ElementNames } from './name-elements'

interface PairsCardProps {
  pairs: Beliefs['pairs']
  names: ElementNames
}

const VERDICTS = {
  positive: 'Go well together',
  danger: 'Better apart',
  neutral: 'May be chance',
} as const

/** The pairs of elements that matter most. */
export function PairsCard({ pairs, names }: PairsCardProps) {
  if (pairs.length === 0) return null
  const scale = scaleEffects(pairs.map(({ effect }) => effect))
  return (
    <Card
      title="Strongest pairs"
      description="What two elements do together, beyond what each does alone."
      actions={
        <Explain term="Pairs">
          Measured against the other pairs of the two slots: +5 % means that ads with both succeed 5
          % more often than the two elements by themselves would make you expect. Step 5 of the
          campaign can keep two elements together or apart.
        </Explain>
      }
      flush
    >
      <Table caption="Strongest pairs of elements">
        <TableHead>
          <TableRow>
            <TableHeader>Elements</TableHeader>
            <TableHeader className="w-2/5">Together, 90 %</TableHeader>
            <TableHeader>Verdict</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {pairs.map(({ assets: [one, other], effect }) => (
            <TableRow key={`${one.slot} ${one.assetId} ${other.slot} ${other.assetId}`}>
              <TableCell>
                <span className="block min-w-44">
                  <PairHalf names={names} {...one} />
                  <PairHalf names={names} {...other} />
                </span>
              </TableCell>
              <TableCell>
                <span className="flex min-w-52 items-center gap-3">
                  <span className="w-24 whitespace-nowrap tabular-nums sm:order-last sm:text-right">
                    <span className="font-medium">{formatEffect(effect)}</span>
                    <span className="text-muted block text-xs">{formatEffectRange(effect)}</span>
                  </span>
                  <BelievedMark effect={effect} scale={scale} className="w-20 grow" />
                </span>
              </TableCell>
              <TableCell className="whitespace-nowrap">{VERDICTS[toneOfEffect(effect)]}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

function PairHalf({
  names,
  slot,
  assetId,
}: {
  names: ElementNames
  slot: string
  assetId: string
}) {
  return (
    <span className="block">
      <span className="font-medium" dir="auto">
        {names.name(slot, assetId)}
      </span>{' '}
      <span className="text-muted text-xs">{names.slotLabel(slot)}</span>
    </span>
  )
}
