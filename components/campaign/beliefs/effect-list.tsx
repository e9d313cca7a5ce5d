import { EffectAxis } from '@/components/charts/effect-axis'
import { formatChange, formatCount, formatPercent } from '@/components/ui/format-number'
import type { BelievedSlot, Beliefs } from '@/lib/learning/belief-api'
import {
  describeChanceOfBest,
  formatChance,
  formatEffect,
  formatEffectRange,
} from './describe-belief'
import { BelievedMark } from './believed-mark'
import { scaleEffects } from './effect-scale'
import { ElementName } from './element-name'
import type { ElementNames } from './name-elements'

interface EffectListProps {
  slot: BelievedSlot
  names: ElementNames
  label: string
  reward: Beliefs['reward']
}

const RATES = {
  click: 'click rate',
  conversion: 'conversion rate',
  value: 'conversion rate',
  engagement: 'rate of engaged visits',
} as const

const COLUMNS = 'sm:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_6.5rem]'

/** The effects of one slot's elements on one axis, the likeliest best first. */
export function EffectList({ slot, names, label, reward }: EffectListProps) {
  const elements = slot.assets.toSorted(
    (a, b) => b.probabilityBest - a.probabilityBest || b.effect.mean - a.effect.mean,
  )
  const scale = scaleEffects(elements.map(({ effect }) => effect))
  return (
    <figure aria-label={`Effects of ${label}`}>
      <ul>
        {elements.map(({ assetId, effect, rate, probabilityBest, chance, impressions }) => (
          <li
            key={assetId}
            className={`border-border grid grid-cols-[minmax(0,1fr)_6.5rem] items-center gap-x-4 gap-y-1.5 border-b px-4 py-2.5 last:border-b-0 ${COLUMNS}`}
          >
            <div className="min-w-0 space-y-1">
              <ElementName
                asset={names.find(slot.slot, assetId)}
                name={names.name(slot.slot, assetId)}
              />
              <p className="text-muted text-xs tabular-nums">
                {describeChanceOfBest(probabilityBest)} ({formatChance(probabilityBest)})
              </p>
              <p className="text-muted text-xs tabular-nums">
                {chance === null ? 'Not shown now' : `In ${formatPercent(chance, 0)} of ads now`} ·{' '}
                {formatCount(impressions)} impressions · {RATES[reward]}{' '}
                {formatPercent(rate.mean, 1)} ({formatPercent(rate.lower, 1)} to{' '}
                {formatPercent(rate.upper, 1)})
              </p>
            </div>
            <BelievedMark
              effect={effect}
              scale={scale}
              className="order-last col-span-full sm:order-none sm:col-span-1 sm:[--bleed:-1.9rem]"
            />
            <p className="text-right tabular-nums">
              <span className="font-medium">{formatEffect(effect)}</span>
              <span className="text-muted block text-xs">{formatEffectRange(effect)}</span>
            </p>
          </li>
        ))}
      </ul>
      <div className={`grid px-4 pb-2 sm:gap-x-4 ${COLUMNS}`}>
        <EffectAxis
          ticks={scale.ticks}
          scale={scale}
          format={(tick) => formatChange(tick, 0)}
          className="sm:col-start-2"
        />
      </div>
    </figure>
  )
}
