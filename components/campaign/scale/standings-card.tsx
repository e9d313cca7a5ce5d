import { labelSlot } from '@/lib/assets/label-slot'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { RankedElement } from './rank-elements'

export interface RankedSlot {
  slot: DraftSlot
  elements: readonly RankedElement[]
}

interface StandingsCardProps {
  campaignId: string
  slots: readonly RankedSlot[]
}

/** Winners and losers of all slots at a glance. */
export function StandingsCard({ campaignId, slots }: StandingsCardProps) {
  const all = slots.flatMap(({ slot, elements }) =>
    elements.map((element) => ({ slot: labelSlot(slot.key, slot.kind), ...element })),
  )
  const winners = all.filter(({ standing }) => standing === 'winner')
  const losers = all.filter(({ standing }) => standing === 'loser')
  const open = all.filter(({ standing }) => standing === 'open').length
  return (
    <Card
      title="Winners and losers so far"
      description={
        winners.length + losers.length === 0
          ? 'Nothing is decided yet. The learner goes on trying all elements and shows the promising ones more often.'
          : `${open === 1 ? 'One element is' : `${open} elements are`} not decided yet. The learner shows losers rarely by itself; pause those that should never be seen again.`
      }
      actions={
        <ButtonLink size="sm" href={`/campaigns/${campaignId}/beliefs`}>
          What the model believes
        </ButtonLink>
      }
    >
      {winners.length + losers.length > 0 && (
        <div className="grid gap-6 sm:grid-cols-2">
          <StandingList title="Winners" elements={winners} none="None yet." />
          <StandingList title="Losers" elements={losers} none="None yet." />
        </div>
      )}
    </Card>
  )
}

const MAX_LISTED = 8

interface StandingListProps {
  title: string
  elements: readonly { slot: string; asset: { id: string; name: string } }[]
  none: string
}

function StandingList({ title, elements, none }: StandingListProps) {
  return (
    <div className="space-y-1.5 text-sm">
      <h3 className="font-semibold">{title}</h3>
      {elements.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="space-y-1">
          {elements.slice(0, MAX_LISTED).map(({ slot, asset }) => (
            <li key={`${slot} ${asset.id}`}>
              {asset.name} <span className="text-muted">· {slot}</span>
            </li>
          ))}
          {elements.length > MAX_LISTED && (
            <li className="text-muted">and {elements.length - MAX_LISTED} more below</li>
          )}
        </ul>
      )}
    </div>
  )
}
