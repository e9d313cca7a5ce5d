import { hkdfSync } from 'node:crypto'

/** `deriveKey('decision-token')` of a server that runs with `secret`, which is not ours. */
export function deriveBenchKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'intarsia', 'decision-token', 32))
}
