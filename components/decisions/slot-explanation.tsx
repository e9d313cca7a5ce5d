import { describeExclusion } from '@/components/decisions/describe-exclusion'
import type { z } from 'zod'
import { labelSlot } from '@/lib/assets/label-slot'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { formatInterval, formatPercent } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { decisionViewSchema } from '@/lib/events/decision-view'
import { ChoiceReasons } from './choice-reasons'

type View = z.infer<typeof decisionViewSchema>
type Slot = NonNullable<View['explanation']>['slots'][number]

interface SlotExplanationProps {
  slot: Slot
  /** False for the static ad, of which nothing was drawn. */
  isDrawn: boolean
  beliefs: View['beliefs'][number]['assets']
  /** Why the learner chose what was shown, in sentences. */
  reasons: readonly string[]
}

/** What could have been shown in one slot, how likely each was and why, and what rules and pairs took out. */
export function SlotExplanation({ slot, isDrawn, beliefs, reasons }: SlotExplanationProps) {
  const label = labelSlot(slot.slot, slot.kind)
  const hasBeliefs = beliefs.length > 0
  const eligible = slot.eligible.toSorted((a, b) => (b.probability ?? 0) - (a.probability ?? 0))
  return (
    <Card
      title={label}
      description={
        isDrawn ? `Drawn with a chance of ${formatPercent(slot.propensity, 1)}.` : undefined
      }
      flush
    >
      {reasons.length > 0 && <ChoiceReasons label={label} reasons={reasons} />}
      <Table caption={`${label}: what could have been shown`}>
        <TableHead>
          <TableRow>
            <TableHeader>Element</TableHeader>
            {isDrawn && <TableHeader numeric>Chance</TableHeader>}
            {hasBeliefs && <TableHeader numeric>Learner’s estimate, 90 %</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {eligible.map((asset) => (
            <TableRow key={asset.assetId}>
              <TableCell className={asset.isChosen ? 'font-medium' : ''}>
                <span className="flex min-w-36 flex-wrap items-center gap-x-2 gap-y-1">
                  <span dir="auto">{asset.name}</span>
                  {asset.isChosen && <Badge tone="positive">Shown</Badge>}
                  {asset.weight > 1 && <Badge tone="accent">Preferred ×{asset.weight}</Badge>}
                </span>
              </TableCell>
              {isDrawn && <ChanceCell probability={asset.probability} isChosen={asset.isChosen} />}
              {hasBeliefs && (
                <EstimateCell belief={beliefs.find(({ assetId }) => assetId === asset.assetId)} />
              )}
            </TableRow>
          ))}
          {slot.excluded.map((asset) => (
            <TableRow key={`${asset.assetId} ${asset.ruleId}`}>
              <TableCell className="text-muted" colSpan={2 + Number(hasBeliefs)}>
                <s dir="auto">{asset.name}</s> {describeExclusion(asset)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

function EstimateCell({ belief }: { belief: SlotExplanationProps['beliefs'][number] | undefined }) {
  return (
    <TableCell numeric>
      {formatPercent(belief?.rate.mean, 1)}
      <span className="text-muted block text-xs">
        {formatInterval(belief?.rate.lower, belief?.rate.upper, (value) => formatPercent(value, 1))}
      </span>
    </TableCell>
  )
}

function ChanceCell({ probability, isChosen }: { probability: number | null; isChosen: boolean }) {
  return (
    <TableCell numeric>
      {formatPercent(probability, 1)}
      <span aria-hidden className="bg-subtle mt-1 ml-auto block h-1 w-20 rounded-full">
        <span
          className={
            isChosen
              ? 'bg-accent block h-full rounded-full'
              : 'bg-border-strong block h-full rounded-full'
          }
          style={{ width: `${(probability ?? 0) * 100}%` }}
        />
      </span>
    </TableCell>
  )
}
