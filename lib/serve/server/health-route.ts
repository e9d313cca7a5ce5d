import { getPool } from '@/lib/db/pool'
import type { AdResponse } from '@/lib/http/ad-exchange'
import { adRoute } from '@/lib/http/ad-route'
import { getLiveMemory } from './live-memory'

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }
const PING_DEADLINE_MS = 1_000

function report(status: 200 | 503, body: Record<string, string>): AdResponse {
  return { status, headers: HEADERS, body: JSON.stringify(body) }
}

/** `GET /api/health/live`: the process answers. */
export const liveRoute = adRoute({
  name: '/api/health/live',
  methods: ['GET'],
  handle: () => report(200, { status: 'live' }),
  fallback: () => report(503, { status: 'failing' }),
})

/**
 * `GET /api/health/ready`: campaigns are in memory, so ads can be served. The database may be away
 * meanwhile: that is told, and does not make a process that serves unready.
 */
export const readyRoute = adRoute({
  name: '/api/health/ready',
  methods: ['GET'],
  async handle() {
    const memory = getLiveMemory()
    const database = (await isDatabaseThere()) ? 'there' : 'away'
    return memory.isLoaded
      ? report(200, { status: 'ready', database })
      : report(503, { status: 'starting', database })
  },
  fallback: () => report(503, { status: 'failing' }),
})

async function isDatabaseThere(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PING_DEADLINE_MS)
  })
  const ping = getPool()
    .query('SELECT 1')
    .then(
      () => true,
      () => false,
    )
  const isThere = await Promise.race([ping, deadline])
  clearTimeout(timer)
  return isThere
}
