import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomFillSync,
} from 'node:crypto'
import { deriveKey } from '@/lib/auth/sealed-secret'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { packDecision, unpackDecision } from '@/lib/events/pack-decision'

const FORMAT_VERSION = 2
const HEADER_BYTES = 2
const IV_BYTES = 12
const TAG_BYTES = 16
const IVS_A_BATCH = 256
/** Longer tokens are neither made nor read: they travel in URLs. */
export const MAX_TOKEN_CHARACTERS = 8_192
const TOKEN_PATTERN = /^[\w-]+$/

export type OpenedDecision =
  | { readonly kind: 'ok'; readonly record: DecisionRecord }
  /** Not a token: cut off, too long, other characters or another format. */
  | { readonly kind: 'malformed' }
  /** Shaped like a token, but not sealed with this installation's key. */
  | { readonly kind: 'forged' }
  /** Ours, but too old to count anything; a late click may still be led to its landing page. */
  | { readonly kind: 'expired'; readonly record: DecisionRecord }

export interface DecisionSealer {
  seal(record: DecisionRecord): string
  open(token: string, nowMs: number, maxAgeMs: number): OpenedDecision
}

/**
 * Seals decisions with AES-256-GCM under `keyBytes` (32). Token: base64url of format version,
 * key id, IV, ciphertext, tag; other first two bytes than ours are never decrypted. What opens was
 * sealed here, so its content is not validated again.
 */
export function createDecisionSealer(keyBytes: Buffer): DecisionSealer {
  const keyId = createHash('sha256').update(keyBytes).digest()[0] ?? 0
  const header = Buffer.from([FORMAT_VERSION, keyId])
  // Ciphers start ten times faster from a KeyObject than from the bytes.
  const key = createSecretKey(keyBytes)
  const ivs = Buffer.alloc(IV_BYTES * IVS_A_BATCH)
  let nextIv = ivs.length

  const takeIv = (): Buffer => {
    if (nextIv === ivs.length) {
      randomFillSync(ivs)
      nextIv = 0
    }
    nextIv += IV_BYTES
    return ivs.subarray(nextIv - IV_BYTES, nextIv)
  }

  const decrypt = (bytes: Buffer): Buffer | undefined => {
    const ivEnd = HEADER_BYTES + IV_BYTES
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(HEADER_BYTES, ivEnd))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    try {
      const plain = decipher.update(bytes.subarray(ivEnd, -TAG_BYTES))
      decipher.final()
      return plain
    } catch {
      return undefined
    }
  }

  return {
    seal(record) {
      const iv = takeIv()
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const sealed = cipher.update(packDecision(record))
      cipher.final()
      const token = Buffer.concat([header, iv, sealed, cipher.getAuthTag()]).toString('base64url')
      if (token.length > MAX_TOKEN_CHARACTERS) throw new Error('the decision is too large to seal')
      return token
    },
    open(token, nowMs, maxAgeMs) {
      if (token.length > MAX_TOKEN_CHARACTERS || !TOKEN_PATTERN.test(token)) {
        return { kind: 'malformed' }
      }
      const bytes = Buffer.from(token, 'base64url')
      if (bytes.length <= HEADER_BYTES + IV_BYTES + TAG_BYTES || bytes[0] !== header[0]) {
        return { kind: 'malformed' }
      }
      const plain = bytes[1] === header[1] ? decrypt(bytes) : undefined
      if (plain === undefined) return { kind: 'forged' }
      const record = unpackDecision(plain)
      return { kind: nowMs - record.decidedAtMs > maxAgeMs ? 'expired' : 'ok', record }
    },
  }
}

let installationSealer: DecisionSealer | undefined

function getSealer(): DecisionSealer {
  installationSealer ??= createDecisionSealer(deriveKey('decision-token'))
  return installationSealer
}

/** A token that only this installation can make and read. Throws when the record is too large. */
export function sealDecision(record: DecisionRecord): string {
  return getSealer().seal(record)
}

/** Reads a token from outside; its age counts from `decidedAtMs`. Never throws. */
export function openDecision(token: string, nowMs: number, maxAgeMs: number): OpenedDecision {
  return getSealer().open(token, nowMs, maxAgeMs)
}
