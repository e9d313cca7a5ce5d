'use client'

import { labelSlot } from '@/lib/assets/label-slot'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { Table, TableBody, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { Beliefs } from '@/lib/learning/belief-api'
import { ElementRow } from './element-row'
import type { RankedElement } from './rank-elements'
import { REWARD_RATES } from './standings'

interface SlotElementsProps {
  campaignId: string
  slot: DraftSlot
  elements: readonly RankedElement[]
  reward: Beliefs['reward']
}

/** One slot's elements: how they did, how sure the learner is, and a switch for each. */
export function SlotElements({ campaignId, slot, elements, reward }: SlotElementsProps) {
  const label = labelSlot(slot.key, slot.kind)
  const max = Math.max(0, ...elements.map(({ estimate }) => estimate?.high ?? 0))
  return (
    <Card title={label} flush>
      <Table caption={`Elements of ${label}`}>
        <TableHead>
          <TableRow>
            <TableHeader>Element</TableHeader>
            <TableHeader numeric>Impressions</TableHeader>
            <TableHeader numeric>Click-through rate, 95 %</TableHeader>
            <TableHeader>
              Learner’s estimate, 90 %{' '}
              <Explain term="Learner’s estimate">
                <p>
                  {REWARD_RATES[reward]} with this element, for the viewers and the other elements
                  of late, with the range in which it lies 9 times out of 10.
                </p>
                <p>
                  The click-through rate beside it is what was measured, so it depends on whom the
                  element was shown to; the estimate takes that out. Its range is for one look: what
                  is watched all the time leaves it more often.
                </p>
              </Explain>
            </TableHeader>
            <TableHeader numeric>
              Best{' '}
              <Explain term="Chance of being best">
                How sure the learner is that no other element of this slot works better for the
                viewers of late. From 90 % on we call it a winner, up to 2 % a loser; both need 300
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
              max={max}
            />
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}
