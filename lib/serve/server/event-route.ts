import type { AdRequest, AdResponse } from '@/lib/http/ad-exchange'
import { adRoute, CROSS_ORIGIN_HEADERS } from '@/lib/http/ad-route'
import { ProblemError } from '@/lib/http/problem'
import { readEvent, readEventKind } from '@/lib/serve/read-event'
import { outcomeOf, readTraffic, recordRequestEvent, requireRecorded } from './record-request-event'
import { reportConversion } from './report-conversion'

const HEADERS = { ...CROSS_ORIGIN_HEADERS, 'cache-control': 'no-store' }
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * `GET | POST /api/events/:kind?t=`: one event of a decision, answered after the commit that holds
 * it. GET answers a picture, POST nothing. A conversion with an API key comes from a shop's server.
 */
export const eventRoute = adRoute({
  name: '/api/events/:kind',
  methods: ['GET', 'POST'],
  isCrossOrigin: true,
  async handle(request) {
    const kind = readEventKind(request.path.slice(request.path.lastIndexOf('/') + 1))
    if (kind === null || kind === 'click') {
      throw new ProblemError('not_found', 'There is no such kind of event.')
    }
    if (request.method === 'HEAD') return answer(request, 'not counted')
    if (kind === 'conversion' && request.header('authorization') !== null) {
      if (request.method === 'POST') return reportConversion(request)
      throw new ProblemError('method_not_allowed', 'Send a conversion with an API key by POST.')
    }
    const read = readEvent(kind, request)
    if (read.kind === 'invalid') throw new ProblemError('invalid_request', read.detail)
    const token = request.query('t') ?? ''
    const result = await recordRequestEvent(token, read.event, readTraffic(request))
    return answer(request, outcomeOf(requireRecorded(result)))
  },
  fallback: () => ({ status: 503, headers: { ...HEADERS, 'retry-after': '2' } }),
})

function answer({ method }: AdRequest, outcome: string): AdResponse {
  const headers = { ...HEADERS, 'x-intarsia-outcome': outcome }
  if (method === 'POST') return { status: 204, headers }
  return { status: 200, headers: { ...headers, 'content-type': 'image/gif' }, body: GIF }
}
