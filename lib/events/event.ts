import { z } from 'zod'

export const eventKindSchema = z.enum([
  'impression',
  'viewable',
  'click',
  'conversion',
  'engagement',
])
export type EventKind = z.infer<typeof eventKindSchema>

/** A billion currency units: more is a mistake or an attack, and sums stay inside 64 bits. */
const MAX_VALUE_MICROS = 1_000_000_000_000_000
/** A day; whoever leaves a page open for longer is not engaged. */
const MAX_DURATION_MS = 86_400_000
const callerIdSchema = z.string().trim().min(1).max(200)

/**
 * What happened to a decision. Impression: begin-to-render in the client. Viewable: MRC, 50 % of
 * the pixels for one continuous second. Engagement: reported once for each page of a visit, when
 * the page is left.
 */
export const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('impression') }),
  z.object({ kind: z.literal('viewable') }),
  z.object({ kind: z.literal('click') }),
  z.object({
    kind: z.literal('conversion'),
    /** Left out: the campaign's value of a conversion. */
    valueMicros: z.number().int().min(0).max(MAX_VALUE_MICROS).optional(),
    /** ISO 4217; must be the campaign's when given. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Use a three-letter currency such as EUR')
      .optional(),
    /** An order converts once, whichever decision claims it. */
    orderId: callerIdSchema.optional(),
    /** The caller's own id of this event: a retry counts once. */
    eventId: callerIdSchema.optional(),
  }),
  z.object({
    kind: z.literal('engagement'),
    /** 1 is the landing page. */
    page: z.number().int().min(1).max(1_000),
    durationMs: z.number().int().min(0).max(MAX_DURATION_MS),
  }),
])
export type AdEvent = z.infer<typeof eventSchema>
