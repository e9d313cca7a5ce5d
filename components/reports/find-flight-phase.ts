import type { Report } from '@/lib/reporting/report'

export type FlightPhase = 'before' | 'during' | 'after'

/** Where a moment lies with regard to the flight; `during` where there is no flight to be outside of. */
export function findFlightPhase(flight: Report['flight'], at: string): FlightPhase {
  if (!flight) return 'during'
  const atMs = Date.parse(at)
  if (atMs < Date.parse(flight.startsAt)) return 'before'
  return atMs >= Date.parse(flight.endsAt) ? 'after' : 'during'
}
