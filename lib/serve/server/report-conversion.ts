import { z } from 'zod'
import { isSecretRight, parseApiKey } from '@/lib/auth/api-key-secret'
import { getDatabase } from '@/lib/db/client'
import { getPool } from '@/lib/db/pool'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { decisionRecordSchema } from '@/lib/decision/decision-record'
import { eventSchema } from '@/lib/events/event'
import { openDecision, sealDecision } from '@/lib/events/server/decision-token'
import type { AdRequest, AdResponse } from '@/lib/http/ad-exchange'
import { notFound, ProblemError, problemFromZod } from '@/lib/http/problem'
import { toMicros } from '@/lib/serve/read-event'
import { outcomeOf, recordRequestEvent, requireRecorded } from './record-request-event'

const BODY_LIMIT_BYTES = 32_768
const MICROS = 1_000_000

const bodySchema = z
  .object({
    token: z.string().optional(),
    decisionId: z.uuid().optional(),
    orderId: z.string().optional(),
    value: z.union([z.number(), z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)]).optional(),
    currency: z.string().optional(),
    eventId: z.string().optional(),
  })
  .refine(({ token, decisionId }) => token !== undefined || decisionId !== undefined, {
    message: 'Send the token of the click or the id of the decision.',
  })
type ConversionBody = z.infer<typeof bodySchema>

/** `POST /api/events/conversion` by a shop's server, with an API key that has `event.write`. */
export async function reportConversion(request: AdRequest): Promise<AdResponse> {
  const workspaceId = await authoriseKey(request.header('authorization') ?? '')
  const body = parseBody(await request.body(BODY_LIMIT_BYTES))
  const token = await findToken(workspaceId, body)
  const { value, currency, orderId, eventId } = body
  const event = eventSchema.safeParse({
    kind: 'conversion',
    valueMicros: typeof value === 'string' ? toMicros(value) : roundToMicros(value),
    currency: currency?.toUpperCase(),
    orderId,
    eventId,
  })
  if (!event.success) throw problemFromZod(event.error)
  const result = requireRecorded(await recordRequestEvent(token, event.data, null))
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ outcome: outcomeOf(result) }),
  }
}

/** A number of JSON is binary already: the closest micro is what was meant. */
function roundToMicros(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * MICROS)
}

async function authoriseKey(authorization: string): Promise<string> {
  const parts = parseApiKey(authorization.replace(/^Bearer\s+/i, ''))
  const row = parts && (await getDatabase().apiKey.findUnique({ where: { prefix: parts.prefix } }))
  if (!row || row.revokedAt || !isSecretRight(row.secretHash, parts.secret)) {
    throw new ProblemError('unauthenticated', 'Send a valid API key as a Bearer token.')
  }
  if (!row.scopes.includes('event.write')) {
    throw new ProblemError('forbidden', 'This key needs the scope “event.write”.')
  }
  return row.workspaceId
}

function parseBody(bytes: Buffer): ConversionBody {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new ProblemError('invalid_request', 'The body is not valid JSON.')
  }
  const parsed = bodySchema.safeParse(value)
  if (!parsed.success) throw problemFromZod(parsed.error)
  return parsed.data
}

/** A token of this workspace; a decision known by its id only is read and sealed again. */
async function findToken(workspaceId: string, body: ConversionBody): Promise<string> {
  if (body.token !== undefined) {
    const opened = openDecision(body.token, 0, Number.POSITIVE_INFINITY)
    if (opened.kind === 'ok' && opened.record.workspaceId !== workspaceId)
      throw notFound('decision')
    return body.token
  }
  const record = await findRecord(workspaceId, body.decisionId ?? '')
  if (!record) throw notFound('decision')
  return sealDecision(record)
}

async function findRecord(workspaceId: string, decisionId: string): Promise<DecisionRecord | null> {
  // The first 48 bits of a UUIDv7 are its time, and the time is the partition.
  const decidedAtMs = Number.parseInt(decisionId.replaceAll('-', '').slice(0, 12), 16)
  const { rows } = await getPool().query<{ record: unknown }>(
    `SELECT record FROM events.decision
     WHERE day = (to_timestamp($1::double precision / 1000) AT TIME ZONE 'UTC')::date
       AND id = $2::uuid AND workspace_id = $3`,
    [decidedAtMs, decisionId, workspaceId],
  )
  return decisionRecordSchema.safeParse(rows[0]?.record).data ?? null
}
