import { Callout } from '@/components/ui/callout'
import { LocalTime } from '@/components/ui/local-time'
import type { Report } from '@/lib/reporting/report'
import { findFlightPhase } from './find-flight-phase'

/** Says so when the campaign is not in flight: then nothing is compared and nothing is learnt. */
export function FlightNote({ report: { flight, asOf } }: { report: Report }) {
  const phase = findFlightPhase(flight, asOf)
  if (!flight || phase === 'during') return null
  const isBefore = phase === 'before'
  return (
    <Callout tone="info" title={isBefore ? 'The flight has not begun' : 'The flight is over'}>
      {isBefore ? 'Until ' : 'Since '}
      <LocalTime time={isBefore ? flight.startsAt : flight.endsAt} /> everybody sees the static ad,
      and nothing is compared. Step 1 of the campaign has the flight.
    </Callout>
  )
}
