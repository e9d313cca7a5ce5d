import { v7 as uuidv7 } from 'uuid'
import { createDecisionSealer } from '@/lib/events/server/decision-token'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { deriveBenchKey } from './derive-bench-key'
import { sendInTurn } from './http-client'

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

export interface HttpRun {
  readonly perSecond: number
  readonly p99Ms: number
}

/** Requests that each report a new event, sealed with the server's own key. */
export function makeEventRequests(secret: string, count: number): Buffer[] {
  const sealer = createDecisionSealer(deriveBenchKey(secret))
  return Array.from({ length: count }, (_, n) => {
    const token = sealer.seal(makeDecision(n, Date.now(), { id: uuidv7() }))
    const lines = [
      `POST /api/events/impression?t=${token} HTTP/1.1`,
      'host: bench',
      `user-agent: ${BROWSER}`,
      'accept: */*',
      'content-length: 0',
    ]
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  })
}

/** Each request once, from `connections` at a time, each waiting for its answer. */
export async function measureHttp(
  url: string,
  requests: readonly Buffer[],
  connections: number,
): Promise<HttpRun> {
  let next = 0
  const durationsMs: number[] = []
  const startedAtMs = performance.now()
  const client = () =>
    sendInTurn(
      new URL(url),
      () => requests[next++],
      (durationMs) => durationsMs.push(durationMs),
    )
  await Promise.all(Array.from({ length: connections }, client))
  const seconds = (performance.now() - startedAtMs) / 1_000
  if (durationsMs.length !== requests.length) {
    throw new Error(`only ${durationsMs.length} of ${requests.length} events were acknowledged`)
  }
  const sorted = durationsMs.toSorted((left, right) => left - right)
  return {
    perSecond: requests.length / seconds,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
  }
}
