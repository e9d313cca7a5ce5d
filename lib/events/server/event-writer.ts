import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { createPool } from '@/lib/db/pool'
import { getEnv } from '@/lib/env'
import type { EventRow } from '@/lib/events/event-row'
import { commitEvents, EventsUnavailableError, type CommittedEvents } from './commit-events'
import { eventKey } from './write-event-batch'

/** `duplicate`: it was there already; `invalid`: kept, but not counted. */
export type WriteOutcome = 'counted' | 'duplicate' | 'invalid'

export interface EventWriter {
  /** Resolves after the commit that holds the row. @throws EventsUnavailableError, RefusedEventError */
  write(row: EventRow): Promise<WriteOutcome>
  /** Waits until everything taken so far is committed or has failed. */
  drain(): Promise<void>
}

interface Waiting {
  readonly row: EventRow
  readonly resolve: (outcome: WriteOutcome) => void
  readonly reject: (error: Error) => void
}

const DEFAULTS = { maxRows: 400, maxFlights: 2, maxWaiting: 20_000, patienceMs: 10_000 }
const REMEMBERED_DECISIONS = 50_000

/**
 * Group commit. An idle writer flushes at once; otherwise whatever gathers while the previous
 * commits are under way shares the next one. The queue is bounded: beyond it `write` rejects, so
 * the caller answers 503 and nothing is lost in silence.
 */
export function createEventWriter(pool: Pool, options: Partial<typeof DEFAULTS> = {}): EventWriter {
  const { maxRows, maxFlights, maxWaiting, patienceMs } = { ...DEFAULTS, ...options }
  const storedDecisions = new LRUCache<string, true>({ max: REMEMBERED_DECISIONS })
  const hasDecision = (decisionId: string) => storedDecisions.has(decisionId)
  let queue: Waiting[] = []
  let flights = 0
  let isPumpPlanned = false
  let idleListeners: (() => void)[] = []

  const fly = async (batch: readonly Waiting[]): Promise<void> => {
    const { rows, leaders } = withoutRepeats(batch)
    try {
      const committed = await commitEvents(pool, rows, { hasDecision, patienceMs })
      for (const row of rows) {
        if (!committed.refused.has(eventKey(row))) storedDecisions.set(row.decisionId, true)
      }
      for (const waiting of batch) settle(waiting, leaders.has(waiting), committed)
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error))
      for (const waiting of batch) waiting.reject(failure)
    }
  }

  const pump = (): void => {
    isPumpPlanned = false
    while (flights < maxFlights && queue.length > 0) {
      const batch = queue.slice(0, maxRows)
      queue = queue.slice(batch.length)
      flights += 1
      void fly(batch).finally(() => {
        flights -= 1
        pump()
      })
    }
    if (flights > 0) return
    for (const listener of idleListeners) listener()
    idleListeners = []
  }

  return {
    write(row) {
      if (queue.length >= maxWaiting) {
        return Promise.reject(new EventsUnavailableError('too many events are waiting'))
      }
      return new Promise((resolve, reject) => {
        queue.push({ row, resolve, reject })
        if (isPumpPlanned || flights === maxFlights) return
        isPumpPlanned = true
        // After the sockets of this turn were read: what arrived together flies together.
        setImmediate(pump)
      })
    },
    drain() {
      if (flights === 0 && queue.length === 0) return Promise.resolve()
      return new Promise((resolve) => idleListeners.push(resolve))
    },
  }
}

/** Rows of a batch that differ in key and in order; whoever repeats one of them is a duplicate. */
function withoutRepeats(batch: readonly Waiting[]) {
  const keys = new Set<string>()
  const leaders = new Set<Waiting>()
  for (const waiting of batch) {
    const { row } = waiting
    const key = eventKey(row)
    const claimsOrder = row.orderId !== null && row.invalidReason === null
    const orderKey = `order ${row.campaignId} ${row.orderId}`
    if (keys.has(key) || (claimsOrder && keys.has(orderKey))) continue
    keys.add(key)
    if (claimsOrder) keys.add(orderKey)
    leaders.add(waiting)
  }
  return { rows: [...leaders].map(({ row }) => row), leaders }
}

function settle(waiting: Waiting, isLeader: boolean, { written, refused }: CommittedEvents): void {
  const key = eventKey(waiting.row)
  const refusal = refused.get(key)
  if (refusal) waiting.reject(refusal)
  else if (waiting.row.invalidReason !== null) waiting.resolve('invalid')
  else waiting.resolve(isLeader && written.has(key) ? 'counted' : 'duplicate')
}

// Next bundles routes apart: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaEventWriter?: EventWriter }

/** The writer of this process, with connections of its own, so that no report delays an event. */
export function getEventWriter(): EventWriter {
  processState.intarsiaEventWriter ??= createEventWriter(
    createPool(getEnv().DATABASE_URL, DEFAULTS.maxFlights + 1),
  )
  return processState.intarsiaEventWriter
}
