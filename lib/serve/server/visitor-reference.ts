import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { deriveKey } from '@/lib/auth/sealed-secret'

const IV_BYTES = 12
const TAG_BYTES = 16
const HASH_BYTES = 32
const SHA256_HEX = /^[0-9a-f]{64}$/i

/** SHA-256 (hex) of the trimmed, lower-cased identifier; an identifier that is one already stays. */
export function hashVisitorId(visitorId: string): string | null {
  const normal = visitorId.trim().toLowerCase()
  if (normal === '') return null
  return SHA256_HEX.test(normal) ? normal : hash('sha256', normal, 'hex')
}

let key: Buffer | undefined
const sealed = new LRUCache<string, string>({ max: 50_000 })

/** Names a visitor in the link "Why this ad?", so that only we can read whom it is about. */
export function sealVisitor(visitorHash: string): string {
  const known = sealed.get(visitorHash)
  if (known) return known
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', getKey(), iv)
  const content = Buffer.concat([cipher.update(visitorHash, 'hex'), cipher.final()])
  const reference = Buffer.concat([iv, content, cipher.getAuthTag()]).toString('base64url')
  sealed.set(visitorHash, reference)
  return reference
}

/** The visitor's hash, or null for a reference that was not sealed here. */
export function openVisitor(reference: string): string | null {
  const bytes = Buffer.from(reference, 'base64url')
  if (bytes.length !== IV_BYTES + HASH_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', getKey(), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const content = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES))
  try {
    decipher.final()
  } catch {
    return null
  }
  return content.toString('hex')
}

function getKey(): Buffer {
  key ??= deriveKey('visitor-reference')
  return key
}
