import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const UUID_RANDOM_BYTES = 16
const SEED_BYTES = 4

// Drawn by the thousand: the system call costs more than a decision.
const pool = Buffer.alloc(32_768)
let next = pool.length

function take(byteCount: number): Buffer {
  if (next + byteCount > pool.length) {
    randomFillSync(pool)
    next = 0
  }
  next += byteCount
  return pool.subarray(next - byteCount, next)
}

/** An unpredictable unsigned 32-bit seed. */
export function takeSeed(): number {
  return take(SEED_BYTES).readUInt32LE(0)
}

/** A UUIDv7 of this moment. */
export function takeDecisionId(nowMs: number): string {
  return v7({ msecs: nowMs, random: take(UUID_RANDOM_BYTES) })
}
