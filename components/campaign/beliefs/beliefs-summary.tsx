import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount, formatPercent } from '@/components/ui/format-number'
import { Stat } from '@/components/ui/stat'
import type { Beliefs } from '@/lib/learning/belief-api'
import { formatChance } from './describe-belief'
import type { ElementNames } from './name-elements'

const SUCCESSES = {
  click: 'clicks',
  conversion: 'conversions',
  value: 'conversions, and what they were worth',
  engagement: 'engaged visits',
} as const

interface BeliefsSummaryProps {
  beliefs: Beliefs
  names: ElementNames
}

/** What the beliefs rest on, what still explores, and how much elements matter at all. */
export function BeliefsSummary({ beliefs, names }: BeliefsSummaryProps) {
  const { learntFrom, exploringAds, typicalEffects, policyVersion, reward, slots } = beliefs
  const surest = findSurest(slots)
  return (
    <Card>
      <div className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-4">
        <Stat
          label="Learnt from"
          value={formatCount(Math.round(learntFrom.impressions))}
          unit="impressions"
          interval={`${formatCount(Math.round(learntFrom.successes))} ${SUCCESSES[reward]}`}
          explain={
            <Explain term="Learnt from">
              Assembled ads only. The static ad and the holdout are what they are compared with, so
              the model never sees them.
            </Explain>
          }
        />
        <Stat label="Policy" value={`Version ${formatCount(policyVersion)}`} />
        <Stat
          label="Ads that try something"
          value={formatPercent(exploringAds, 0)}
          interval={`in one or more of ${slots.length} slots`}
          explain={
            <Explain term="Ads that try something">
              At least one slot shows something else than its favourite in this context. What an ad
              tries is how the model finds out; the figure falls as it gets surer.
            </Explain>
          }
        />
        <Stat
          label="Surest of"
          value={surest ? names.slotLabel(surest.slot) : '–'}
          {...(surest && {
            interval: `${formatChance(surest.probability)} that its best is known`,
          })}
        />
      </div>
      {typicalEffects && (
        <p className="border-border text-muted mt-4 border-t pt-3 text-sm">
          Typically an element changes the rate by ±{formatPercent(typicalEffects.element, 0)}, the
          same element in a certain context by another ±
          {formatPercent(typicalEffects.elementInContext, 0)}, and two elements together by ±
          {formatPercent(typicalEffects.pair, 0)}.{' '}
          <Explain term="How much elements matter">
            <p>
              The model learns from this campaign’s own data how large each kind of effect is (one
              standard deviation, e^σ − 1), so it neither chases noise where elements are alike nor
              plays down what really differs.
            </p>
            <p>It starts from ±22 %, ±14 % and ±11 %.</p>
          </Explain>
        </p>
      )}
    </Card>
  )
}

/** The slot whose likeliest best element is the likeliest to be it. */
function findSurest(slots: Beliefs['slots']): { slot: string; probability: number } | null {
  const [surest] = slots
    .filter(({ assets }) => assets.length > 1)
    .map(({ slot, assets }) => ({
      slot,
      probability: Math.max(...assets.map(({ probabilityBest }) => probabilityBest)),
    }))
    .sort((a, b) => b.probability - a.probability)
  return surest ?? null
}
