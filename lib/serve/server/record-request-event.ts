import { getPool } from '@/lib/db/pool'
import type { TrafficSignals } from '@/lib/events/classify-traffic'
import type { AdEvent } from '@/lib/events/event'
import { EventsUnavailableError, RefusedEventError } from '@/lib/events/server/commit-events'
import { getEventWriter } from '@/lib/events/server/event-writer'
import { type RecordedEvent, recordEvent } from '@/lib/events/server/record-event'
import type { AdRequest } from '@/lib/http/ad-exchange'
import { ProblemError } from '@/lib/http/problem'

const WHOLE = /^\d{1,5}$/

/** What a request tells about whether a person saw it. */
export function readTraffic(request: AdRequest): TrafficSignals {
  const size = (name: string): number | null => {
    const text = request.query(name)
    return text !== null && WHOLE.test(text) ? Number(text) : null
  }
  return {
    userAgent: request.header('user-agent'),
    headers: {
      'sec-purpose': request.header('sec-purpose'),
      purpose: request.header('purpose'),
      'x-purpose': request.header('x-purpose'),
      'x-moz': request.header('x-moz'),
      'sec-ch-ua': request.header('sec-ch-ua'),
    },
    slotWidthPx: size('w'),
    slotHeightPx: size('h'),
    isAutomated: request.query('a') === '1',
  }
}

/** Records one event; what the caller can't mend by waiting becomes a problem with its code. */
export async function recordRequestEvent(
  token: string,
  event: AdEvent,
  traffic: TrafficSignals | null,
): Promise<RecordedEvent> {
  const stores = { writer: getEventWriter(), pool: getPool() }
  try {
    return await recordEvent(stores, { token, event, traffic, nowMs: Date.now() })
  } catch (error) {
    if (error instanceof EventsUnavailableError) {
      const headers = { 'retry-after': '2' }
      throw new ProblemError('unavailable', 'Send this event again later.', undefined, headers)
    }
    if (error instanceof RefusedEventError) {
      throw new ProblemError('invalid_request', 'This event can not be stored.')
    }
    throw error
  }
}

/** The recorded event, or the problem that names why it was not. */
export function requireRecorded(result: RecordedEvent): RecordedEvent {
  switch (result.kind) {
    case 'malformed':
      throw new ProblemError('invalid_request', 't: this is not a token of a decision.')
    case 'forged':
      throw new ProblemError('invalid_request', 't: this token was not made here.')
    case 'expired':
      throw new ProblemError('gone', 'This decision is too old for this event.')
    case 'wrong_currency':
      throw new ProblemError('unprocessable', `The campaign counts in ${result.expected}.`)
    case 'recorded':
    case 'not_consented':
      return result
  }
}

/** Said to the caller in a header: tests and people with a console read it. */
export function outcomeOf(result: RecordedEvent): string {
  if (result.kind !== 'recorded') return result.kind
  return result.invalidReason ? `invalid ${result.invalidReason}` : result.outcome
}
