import autocannon, { type Request, type Result } from 'autocannon'
import { v7 as uuidv7 } from 'uuid'
import { createDecisionSealer } from '@/lib/events/server/decision-token'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { deriveBenchKey } from './derive-bench-key'

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

export interface HttpRun {
  readonly perSecond: number
  readonly p99Ms: number
  readonly acknowledged: number
}

/** Addresses that each report a new event, sealed with the server's own key. */
export function sealEventPaths(secret: string, count: number): string[] {
  const sealer = createDecisionSealer(deriveBenchKey(secret))
  return Array.from({ length: count }, (_, n) => {
    const token = sealer.seal(makeDecision(n, Date.now(), { id: uuidv7() }))
    return `/api/events/impression?t=${token}`
  })
}

/** Each path once, from `connections` at a time, each waiting for its answer. */
export async function measureHttp(
  url: string,
  paths: readonly string[],
  connections: number,
): Promise<HttpRun> {
  let next = 0
  const startedAtMs = performance.now()
  let answeredAtMs = startedAtMs
  const result = await new Promise<Result>((resolve, reject) => {
    const options = {
      url,
      connections,
      amount: paths.length,
      requests: [
        {
          method: 'POST' as const,
          headers: { 'user-agent': BROWSER },
          setupRequest: (request: Request) => ({ ...request, path: paths[next++] ?? '/' }),
        },
      ],
    }
    autocannon(options, (error, answer) => (error ? reject(error) : resolve(answer))).on(
      'response',
      () => {
        answeredAtMs = performance.now()
      },
    )
  })
  // Autocannon itself ends on whole seconds, which may be long after the last answer.
  const seconds = (answeredAtMs - startedAtMs) / 1_000
  if (result['2xx'] !== paths.length) {
    throw new Error(`only ${result['2xx']} of ${paths.length} events were acknowledged`)
  }
  return {
    perSecond: paths.length / seconds,
    p99Ms: result.latency.p99,
    acknowledged: result['2xx'],
  }
}
