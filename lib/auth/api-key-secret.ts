import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const KEY_PATTERN = /^int_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/

/** A new key: shown once, of which only prefix and hash are kept. 256 random bits need no slow hash. */
export function createApiKeySecret(): { key: string; prefix: string; secretHash: string } {
  const prefix = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { key: `int_${prefix}_${secret}`, prefix, secretHash: hashSecret(secret) }
}

export function parseApiKey(key: string): { prefix: string; secret: string } | null {
  const match = KEY_PATTERN.exec(key)
  return match?.[1] && match[2] ? { prefix: match[1], secret: match[2] } : null
}

export function isSecretRight(secretHash: string, secret: string): boolean {
  const expected = Buffer.from(secretHash, 'hex')
  const given = Buffer.from(hashSecret(secret), 'hex')
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** SHA-256, hex. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
