import { type AdEvent, type EventKind, eventKindSchema, eventSchema } from '@/lib/events/event'
import type { RequestText } from './serve-parameters'

export type ReadEvent =
  | { readonly kind: 'ok'; readonly event: AdEvent }
  | { readonly kind: 'invalid'; readonly detail: string }

const MICROS = 1_000_000
const DECIMAL = /^\d{1,12}(?:\.\d{1,6})?$/
const WHOLE = /^\d{1,9}$/

export function readEventKind(text: string): EventKind | null {
  return eventKindSchema.safeParse(text).data ?? null
}

/**
 * An event out of the parameters of a pixel or beacon: `page` and `ms` of an engagement; `value`
 * (a decimal in currency units), `currency`, `order` and `id` of a conversion. Empty ones count as
 * left out; a macro nobody expanded is no number and therefore invalid.
 */
export function readEvent(kind: EventKind, request: Pick<RequestText, 'query'>): ReadEvent {
  if (kind === 'engagement') {
    const ms = request.query('ms') ?? ''
    const page = request.query('page') ?? ''
    if (!WHOLE.test(ms) || !WHOLE.test(page)) {
      return { kind: 'invalid', detail: 'An engagement has `page` and `ms`, both whole numbers.' }
    }
    return check({ kind, page: Number(page), durationMs: Math.min(Number(ms), 86_400_000) })
  }
  if (kind !== 'conversion') return check({ kind })
  const value = request.query('value') || undefined
  if (value !== undefined && !DECIMAL.test(value)) {
    return { kind: 'invalid', detail: 'value: write it as a decimal such as 15.00.' }
  }
  return check({
    kind,
    valueMicros: value === undefined ? undefined : toMicros(value),
    currency: request.query('currency')?.toUpperCase() || undefined,
    orderId: request.query('order') || undefined,
    eventId: request.query('id') || undefined,
  })
}

/** Exact: no binary fraction is involved. */
export function toMicros(decimal: string): number {
  const [units = '0', fraction = ''] = decimal.split('.')
  return Number(units) * MICROS + Number(fraction.padEnd(6, '0'))
}

function check(candidate: unknown): ReadEvent {
  const parsed = eventSchema.safeParse(candidate)
  if (parsed.success) return { kind: 'ok', event: parsed.data }
  const [issue] = parsed.error.issues
  return { kind: 'invalid', detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }
}
