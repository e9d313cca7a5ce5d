import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { getEnv } from '@/lib/env'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Encrypts a secret we must be able to read again (HMAC secrets of feeds and webhooks). AES-256-GCM. */
export function sealSecret(secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', deriveKey('stored-secrets'), iv)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Throws when the text was not sealed with this installation's INTARSIA_SECRET. */
export function openSecret(sealedSecret: string): string {
  const bytes = Buffer.from(sealedSecret, 'base64url')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    deriveKey('stored-secrets'),
    bytes.subarray(0, IV_BYTES),
  )
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return (
    decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') +
    decipher.final('utf8')
  )
}

/** One key for each purpose from the one INTARSIA_SECRET (HKDF-SHA-256). 32 bytes. */
export function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', getEnv().INTARSIA_SECRET, 'intarsia', purpose, 32))
}
