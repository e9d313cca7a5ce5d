import { DatabaseError } from 'pg'

/** What a failed write asks for. Everything that is not Postgres' own answer is a lost connection. */
export type DatabaseTrouble =
  /** The rows themselves are refused. */
  | 'data'
  /** No partition for the day (or a value outside a CHECK: the two share SQLSTATE 23514). */
  | 'check'
  /** Deadlock or serialisation failure: at once again. */
  | 'conflict'
  /** Connection, restart, resources: again after a while. */
  | 'unavailable'

export function judgeDatabaseError(error: unknown): DatabaseTrouble {
  const code = error instanceof DatabaseError ? (error.code ?? '') : ''
  if (code === '23514') return 'check'
  if (code === '40P01' || code === '40001') return 'conflict'
  return /^(22|23|54)/.test(code) ? 'data' : 'unavailable'
}
