import { createHmac, timingSafeEqual } from 'node:crypto'
import { ProblemError } from './problem'

export const SIGNATURE_HEADER = 'x-intarsia-signature'
const TOLERANCE_SECONDS = 300

/** `t=<unix seconds>,v1=<hex HMAC-SHA-256 of "<t>.<body>">`, as Stripe signs its webhooks. */
export function signBody(secret: string, body: Buffer | string, nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000)
  return `t=${seconds},v1=${digest(secret, seconds, body)}`
}

/** Throws `unauthenticated` for a missing, wrong or stale signature, saying how to sign. */
export function assertSigned(
  secret: string,
  header: string | null,
  body: Buffer,
  nowMs: number,
): void {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  const seconds = Number(match?.[1])
  if (!match?.[2]) {
    throw new ProblemError(
      'unauthenticated',
      `Send ${SIGNATURE_HEADER}: t=<unix seconds>,v1=<hex HMAC-SHA-256 of "<t>.<body>" with the secret>.`,
    )
  }
  if (Math.abs(nowMs / 1000 - seconds) > TOLERANCE_SECONDS) {
    throw new ProblemError(
      'unauthenticated',
      'The signature is more than five minutes old. Sign each request anew.',
    )
  }
  const expected = Buffer.from(digest(secret, seconds, body))
  if (!timingSafeEqual(expected, Buffer.from(match[2]))) {
    throw new ProblemError('unauthenticated', 'The signature does not fit the body and the secret.')
  }
}

function digest(secret: string, seconds: number, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')
}
