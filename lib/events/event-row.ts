import type { DecisionRecord } from '@/lib/decision/decision-record'
import type { InvalidTrafficReason } from './classify-traffic'
import type { AdEvent, EventKind } from './event'
import { toStorableText } from './storable-text'

/** One row of events.event, with the decision it belongs to. */
export interface EventRow {
  /** UTC day of the decision, `2026-11-23`: every event of a decision lies in one partition. */
  readonly day: string
  readonly decisionId: string
  readonly kind: EventKind
  readonly dedupeKey: string
  readonly workspaceId: string
  readonly campaignId: string
  readonly invalidReason: InvalidTrafficReason | null
  readonly valueMicros: number
  readonly orderId: string | null
  readonly durationMs: number
  readonly record: DecisionRecord
}

/** `events` of one decision as rows, ready to be written. */
export function toEventRow(
  record: DecisionRecord,
  event: AdEvent,
  invalidReason: InvalidTrafficReason | null,
): EventRow {
  const key = dedupeKeyOf(event)
  return {
    day: dayOf(record.decidedAtMs),
    decisionId: record.id.toLowerCase(),
    kind: event.kind,
    // Invalid traffic has keys of its own: a bot that comes first must not hide the real viewer.
    dedupeKey: invalidReason === null ? key : `!${key}`,
    workspaceId: record.workspaceId,
    campaignId: record.campaignId,
    invalidReason,
    valueMicros: event.kind === 'conversion' ? (event.valueMicros ?? 0) : 0,
    orderId:
      event.kind === 'conversion' && event.orderId !== undefined
        ? toStorableText(event.orderId)
        : null,
    durationMs: event.kind === 'engagement' ? event.durationMs : 0,
    record,
  }
}

/** The UTC day of a moment, as Postgres reads a date. */
export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10)
}

function dedupeKeyOf(event: AdEvent): string {
  if (event.kind === 'engagement') return String(event.page)
  if (event.kind !== 'conversion') return ''
  if (event.eventId !== undefined) return `e:${toStorableText(event.eventId)}`
  return event.orderId === undefined ? '' : `o:${toStorableText(event.orderId)}`
}
