import type { Pool } from 'pg'
import { rollUpEvents } from '@/lib/events/server/roll-up-events'
import { waitForOlderTransactions } from './wait-for-older-transactions'

/** Rolls up until everything acknowledged so far is in. */
export async function rollUpEverything(pool: Pool): Promise<void> {
  await waitForOlderTransactions(pool)
  for (;;) {
    const result = await rollUpEvents(pool)
    if (result.kind === 'ok' && !result.hasMore) return
  }
}
