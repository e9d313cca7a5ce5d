import type { z } from 'zod'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { formatPercent } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { decisionViewSchema } from '@/lib/events/decision-view'

type Explanation = NonNullable<z.infer<typeof decisionViewSchema>['explanation']>
type Slot = Explanation['slots'][number]

/** What could have been shown in one slot, how likely each was, and what rules took out. */
export function SlotExplanation({ slot }: { slot: Slot }) {
  return (
    <Card
      title={slot.slot}
      description={`Chosen with a chance of ${formatPercent(slot.propensity, 1)}.`}
      flush
    >
      <Table caption={`Elements of ${slot.slot}`}>
        <TableHead>
          <TableRow>
            <TableHeader>Element</TableHeader>
            <TableHeader numeric>Chance</TableHeader>
            <TableHeader>Note</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {slot.eligible.map((asset) => (
            <TableRow key={asset.assetId}>
              <TableCell className={asset.isChosen ? 'font-medium' : ''}>{asset.name}</TableCell>
              <TableCell numeric>{formatPercent(asset.probability, 1)}</TableCell>
              <TableCell>
                {asset.isChosen && <Badge tone="positive">Shown</Badge>}
                {asset.weight > 1 && <Badge tone="accent">Preferred ×{asset.weight}</Badge>}
              </TableCell>
            </TableRow>
          ))}
          {slot.excluded.map((asset) => (
            <TableRow key={`${asset.assetId} ${asset.ruleId}`}>
              <TableCell className="text-muted line-through">{asset.name}</TableCell>
              <TableCell numeric>–</TableCell>
              <TableCell className="text-muted">Taken out by “{asset.ruleName}”</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}
