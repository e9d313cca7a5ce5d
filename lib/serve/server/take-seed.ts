import { randomFillSync } from 'node:crypto'

const pool = new Uint32Array(1_024)
let next = pool.length

/** An unpredictable unsigned 32-bit seed. Drawn by the thousand: the system call costs more than a decision. */
export function takeSeed(): number {
  if (next === pool.length) {
    randomFillSync(pool)
    next = 0
  }
  return pool[next++] ?? 0
}
