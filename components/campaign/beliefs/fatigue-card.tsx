import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatDate } from '@/components/ui/format-date'
import { formatChange, formatCount, formatPercent } from '@/components/ui/format-number'
import type { Beliefs } from '@/lib/learning/belief-api'
import { formatEffectRange } from './describe-belief'
import type { ElementNames } from './name-elements'

interface FatigueCardProps {
  fatigue: Beliefs['fatigue']
  names: ElementNames
}

/** Elements that wear out, each with what it did before and does now. */
export function FatigueCard({ fatigue, names }: FatigueCardProps) {
  return (
    <Card
      title="Wearing out"
      description={describeFatigue(fatigue)}
      actions={
        <Explain term="Wearing out">
          <p>
            The later half of the impressions of the last 8 weeks is compared with the earlier one,
            and each element with the rest of its slot, so that a weak week of everything tires
            nobody. Rates are evened out over whom an element was shown to.
          </p>
          <p>
            z = (d − D) ÷ √(v + V), where d is ln(later rate ÷ earlier rate) and D the same of the
            rest. Over all elements at most 5 % of those named here are named by chance (Benjamini
            and Hochberg).
          </p>
        </Explain>
      }
      className={fatigue?.tired.length ? '' : '[&>div]:hidden [&>header]:pb-3'}
    >
      <ul className="space-y-3 text-sm">
        {fatigue?.tired.map(({ slot, assetId, earlier, later, change }) => (
          <li key={`${slot} ${assetId}`}>
            <p>
              <span className="font-medium" dir="auto">
                {names.name(slot, assetId)}
              </span>{' '}
              <span className="text-muted">({names.slotLabel(slot)})</span> does{' '}
              <span className="font-medium tabular-nums">{formatChange(change.value, 0)}</span>{' '}
              against the rest of its slot{' '}
              <span className="text-muted tabular-nums">(95 %: {formatEffectRange(change)})</span>
            </p>
            <p className="text-muted text-xs tabular-nums">
              {formatPercent(earlier.rate)} of {formatCount(earlier.impressions)} impressions
              succeeded before, {formatPercent(later.rate)} of {formatCount(later.impressions)}{' '}
              since.
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function describeFatigue(fatigue: Beliefs['fatigue']): string {
  if (!fatigue) return 'The counts by day contradict each other, so they can’t be compared.'
  const { comparedCount, laterFrom, tired } = fatigue
  if (comparedCount === 0 || laterFrom === null) {
    return 'Nothing to compare yet: it takes two days with 5 successes each of at least two elements of a slot.'
  }
  const days = `the days from ${formatDate(laterFrom)} on with those before`
  return tired.length === 0
    ? `None of ${comparedCount} elements does worse than it did, comparing ${days}.`
    : `${tired.length} of ${comparedCount} elements, comparing ${days}.`
}
