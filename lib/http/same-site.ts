import { getEnv } from '@/lib/env'
import { ProblemError } from './problem'

/**
 * Refuses a request that another site made with our cookies (CSRF). Requests that carry an API
 * key, and safe methods, pass. Sec-Fetch-Site first; Origin where a browser does not send it.
 */
export function assertSameSite(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (request.headers.has('authorization')) return
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  const origin = request.headers.get('origin')
  if (site === null && origin === null) return
  if (origin !== null && isOwnOrigin(origin, request)) return
  throw new ProblemError(
    'cross_site',
    'Send this request from the studio itself or with an API key.',
  )
}

function isOwnOrigin(origin: string, request: Request): boolean {
  if (origin === new URL(getEnv().PUBLIC_URL).origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
