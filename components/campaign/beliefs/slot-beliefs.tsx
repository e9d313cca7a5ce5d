import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatPercent } from '@/components/ui/format-number'
import type { ContextFeature } from '@/lib/decision/snapshot'
import type { BelievedSlot, Beliefs } from '@/lib/learning/belief-api'
import { EffectList } from './effect-list'
import { ExplainEffect } from './explain-effect'
import type { ElementNames } from './name-elements'
import { SplitTable } from './split-table'

interface SlotBeliefsProps {
  slot: BelievedSlot
  names: ElementNames
  splitBy: ContextFeature | null
  segments: readonly { id: string; name: string }[]
  reward: Beliefs['reward']
}

/** What is believed of one slot: the effects of its elements, by context too, and what it still tries. */
export function SlotBeliefs({ slot, names, splitBy, segments, reward }: SlotBeliefsProps) {
  const label = names.slotLabel(slot.slot)
  return (
    <Card
      title={label}
      description={<ExplorationWords slot={slot} />}
      actions={
        <span className="text-muted flex items-center gap-1 text-xs">
          Effect against the slot’s average, 90 %
          <ExplainEffect />
        </span>
      }
      flush
    >
      {splitBy && slot.byValue.length > 0 ? (
        <SplitTable {...{ slot, names, label, splitBy, segments }} />
      ) : (
        <EffectList {...{ slot, names, label, reward }} />
      )}
    </Card>
  )
}

function ExplorationWords({ slot: { exploration, assets } }: { slot: BelievedSlot }) {
  if (assets.length < 2) return 'One element only: nothing to choose between.'
  if (!exploration) return 'No ad can be put together of what is published.'
  return (
    <>
      {formatPercent(exploration.exploring, 0)} of ads still try something else than the favourite;{' '}
      {formatPercent(exploration.floor, 0)} always will.{' '}
      <Explain term="Exploration">
        <p>
          In each context the likeliest element is the favourite. The others are shown as often as
          they may yet turn out to be better, so this falls while the model learns.
        </p>
        <p>
          A small part, the floor, is kept for good: it finds out when tastes change. Rules and
          preferences are not counted in here.
        </p>
      </Explain>
    </>
  )
}
