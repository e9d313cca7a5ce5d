import type { Pool } from 'pg'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { getEnv } from '@/lib/env'
import {
  classifyTraffic,
  type InvalidTrafficReason,
  type TrafficSignals,
} from '@/lib/events/classify-traffic'
import type { AdEvent } from '@/lib/events/event'
import { toEventRow } from '@/lib/events/event-row'
import { mayLinkVisit } from '@/lib/events/may-link-visit'
import { openDecision } from './decision-token'
import type { EventWriter, WriteOutcome } from './event-writer'
import { findConversionTerms } from './find-conversion-terms'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type RecordedEvent =
  | {
      readonly kind: 'recorded'
      readonly outcome: WriteOutcome
      readonly invalidReason: InvalidTrafficReason | null
      readonly record: DecisionRecord
    }
  | { readonly kind: 'malformed' | 'forged' }
  | { readonly kind: 'expired'; readonly record: DecisionRecord }
  /** The viewer did not agree to measurement, so a visit can't be linked to the ad. */
  | { readonly kind: 'not_consented'; readonly record: DecisionRecord }
  /** The conversion is in another currency than the campaign's. */
  | { readonly kind: 'wrong_currency'; readonly expected: string; readonly record: DecisionRecord }

/**
 * Counts one event of the decision inside `token`; resolves after its commit. Impression, viewable
 * and click are contextual aggregates of the ad itself and need no purpose; conversion and
 * engagement link a visit to the ad and need `measurement`. A valid click implies viewable (MRC),
 * so both are written. `traffic` is null when an authenticated server reports.
 * @throws EventsUnavailableError: answer 503, the caller may send it again.
 */
export async function recordEvent(
  stores: { writer: EventWriter; pool: Pool },
  input: { token: string; event: AdEvent; traffic: TrafficSignals | null; nowMs: number },
): Promise<RecordedEvent> {
  const { event, traffic } = input
  const opened = openDecision(input.token, input.nowMs, maxAgeMs(event))
  if (opened.kind !== 'ok') return opened
  const { record } = opened
  if (needsVisit(event) && !mayLinkVisit(record)) return { kind: 'not_consented', record }

  const priced = await priceConversion(stores.pool, record, event)
  if (priced.kind === 'wrong_currency') return { ...priced, record }
  const invalidReason = traffic ? classifyTraffic(traffic) : null
  const rows = [toEventRow(record, priced.event, invalidReason)]
  if (event.kind === 'click' && invalidReason === null) {
    rows.push(toEventRow(record, { kind: 'viewable' }, null))
  }
  const [outcome = 'duplicate'] = await Promise.all(rows.map((row) => stores.writer.write(row)))
  return { kind: 'recorded', outcome, invalidReason, record }
}

function needsVisit(event: AdEvent): boolean {
  return event.kind === 'conversion' || event.kind === 'engagement'
}

/** How old a decision may be for this event; never older than its partition is kept. */
function maxAgeMs(event: AdEvent): number {
  const { TOKEN_TTL_HOURS, CONVERSION_WINDOW_DAYS, EVENT_RETENTION_DAYS } = getEnv()
  const wishedMs = needsVisit(event) ? CONVERSION_WINDOW_DAYS * DAY_MS : TOKEN_TTL_HOURS * HOUR_MS
  return Math.min(wishedMs, EVENT_RETENTION_DAYS * DAY_MS)
}

async function priceConversion(
  pool: Pool,
  record: DecisionRecord,
  event: AdEvent,
): Promise<{ kind: 'ok'; event: AdEvent } | { kind: 'wrong_currency'; expected: string }> {
  if (event.kind !== 'conversion') return { kind: 'ok', event }
  const { currency, valueMicros } = await findConversionTerms(pool, record.campaignId)
  if (event.currency !== undefined && currency !== null && event.currency !== currency) {
    return { kind: 'wrong_currency', expected: currency }
  }
  return { kind: 'ok', event: { ...event, valueMicros: event.valueMicros ?? valueMicros } }
}
