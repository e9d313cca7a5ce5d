import { createHash } from 'node:crypto'

const SHA256_PATTERN = /^[0-9a-f]{64}$/

/** SHA-256 (hex) of the trimmed, lower-cased identifier; one that is a SHA-256 already stays. */
export function hashIdentifier(identifier: string): string {
  const normal = identifier.trim().toLowerCase()
  return SHA256_PATTERN.test(normal) ? normal : createHash('sha256').update(normal).digest('hex')
}
