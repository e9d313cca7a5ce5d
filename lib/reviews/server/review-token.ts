import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { hashSecret } from '@/lib/auth/api-key-secret'
import { deriveKey } from '@/lib/auth/sealed-secret'

const TOKEN = /^([A-Za-z0-9_-]{12})\.([A-Za-z0-9_-]{32})\.([A-Za-z0-9_-]{22})$/
const SECRET_BYTES = 24
const SIGNATURE_BYTES = 16

/** A secret for a link: only its hash is kept. */
export function createReviewSecret(): { secret: string; secretHash: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, secretHash: hashSecret(secret) }
}

/** What the address of a link carries: `<id>.<secret>.<signature>`, the latter over the former. */
export function signReviewToken(linkId: string, secret: string): string {
  return `${linkId}.${secret}.${sign(linkId, secret).toString('base64url')}`
}

/** Null for what this installation did not sign: guesses never reach the database. Constant time. */
export function readReviewToken(token: string): { linkId: string; secret: string } | null {
  const [, linkId, secret, signature] = TOKEN.exec(token) ?? []
  if (!linkId || !secret || !signature) return null
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(linkId, secret)
  const isRight = given.length === expected.length && timingSafeEqual(given, expected)
  return isRight ? { linkId, secret } : null
}

function sign(linkId: string, secret: string): Buffer {
  return createHmac('sha256', deriveKey('review-links'))
    .update(`${linkId}.${secret}`)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
}
