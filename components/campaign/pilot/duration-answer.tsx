import { formatChange, formatCount } from '@/components/ui/format-number'
import type { PilotPlan } from './plan-pilot'

interface DurationAnswerProps {
  plan: PilotPlan | null
  /** The smallest lift worth finding. */
  lift: number
  flightDays: number | null
  pilotViewsPerDay: number
}

const daysOf = (days: number) => (days === 1 ? '1 day' : `${formatCount(days)} days`)

/** The plan in words. */
export function DurationAnswer({ plan, lift, flightDays, pilotViewsPerDay }: DurationAnswerProps) {
  if (!plan) {
    return (
      <p className="text-muted text-sm">
        With these numbers no lift can be found: the pilot needs traffic, a holdout, and a rate that
        leaves room for the lift.
      </p>
    )
  }
  const { days, impressions, holdoutImpressions, smallestLiftInFlight } = plan
  return (
    <div role="status" className="border-border space-y-2 rounded-lg border p-4 text-sm">
      <p>
        <span className="block text-xl font-semibold tracking-tight tabular-nums">
          {daysOf(days)}
        </span>
        until a lift of {formatChange(lift, 0)} is found, 4 times out of 5. Larger ones show sooner,
        and you may look at any time.
      </p>
      <p className="text-muted">
        That is {formatCount(impressions)} impressions in the pilot,{' '}
        {formatCount(holdoutImpressions)} of them of the static ad, at{' '}
        {formatCount(Math.round(pilotViewsPerDay))} a day.
      </p>
      {flightDays !== null && (
        <p className={days > flightDays ? 'text-warning' : 'text-muted'}>
          {describeFlight(days, flightDays, smallestLiftInFlight)}
        </p>
      )}
    </div>
  )
}

function describeFlight(days: number, flightDays: number, smallestLift: number | null): string {
  const found =
    smallestLift === null
      ? 'no lift can be found'
      : `lifts from ${formatChange(smallestLift, 0)} on are found`
  return days > flightDays
    ? `The flight is shorter: in its ${daysOf(flightDays)} ${found}. Let more viewers in or hold out more of them, or accept that a smaller lift goes unproven.`
    : `The flight of ${daysOf(flightDays)} is long enough: in it ${found}.`
}
