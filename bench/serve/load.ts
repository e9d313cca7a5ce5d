import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Target } from '@/bench/start-target'

export interface LoadResult {
  readonly requestsPerSecond: number
  readonly p99Ms: number
  /** What one request took of a core, whoever else wanted it; null outside Linux. */
  readonly cpuMicros: number | null
}

const CONNECTIONS = 64
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'

/**
 * Asks a server from 64 connections at once for a while, as a phone's browser.
 * @throws Error when a single answer was none.
 */
export async function load(
  { url, child }: Target,
  path: string,
  seconds: number,
): Promise<LoadResult> {
  const cpuBefore = readCpuMicros(child.pid)
  const result = await autocannon({
    url: url + path,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'user-agent': PHONE, accept: '*/*' },
  })
  const cpuAfter = readCpuMicros(child.pid)
  const failures = result.non2xx + result.errors
  if (failures > 0) throw new Error(`${failures} requests to ${url} failed`)
  return {
    requestsPerSecond: result.requests.average,
    p99Ms: result.latency.p99,
    cpuMicros:
      cpuBefore === null || cpuAfter === null
        ? null
        : (cpuAfter - cpuBefore) / result.requests.total,
  }
}

// proc(5): utime and stime of all threads, in ticks, of which Linux shows 100 a second.
const USER_TICKS_AT = 11
const TICK_MICROS = 10_000

function readCpuMicros(processId: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[USER_TICKS_AT]) + Number(fields[USER_TICKS_AT + 1])) * TICK_MICROS
  } catch {
    return null
  }
}
