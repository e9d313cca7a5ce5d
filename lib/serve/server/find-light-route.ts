import type { AdRoute } from '@/lib/http/ad-route'
import { clickRoute } from './click-route'
import { eventRoute } from './event-route'
import { liveRoute, readyRoute } from './health-route'
import { optOutRoute } from './opt-out-route'
import { serveRoute } from './serve-route'

const WHOLE_PATHS: ReadonlyMap<string, AdRoute> = new Map([
  ['/api/click', clickRoute],
  ['/api/privacy/opt-out', optOutRoute],
  ['/api/health/live', liveRoute],
  ['/api/health/ready', readyRoute],
])

/** The route that the light server answers itself; undefined for everything that is Next's. */
export function findLightRoute(url: string): AdRoute | undefined {
  if (!url.startsWith('/api/')) return undefined
  if (url.startsWith('/api/serve/')) return serveRoute
  if (url.startsWith('/api/events/')) return eventRoute
  const queryAt = url.indexOf('?')
  return WHOLE_PATHS.get(queryAt < 0 ? url : url.slice(0, queryAt))
}
