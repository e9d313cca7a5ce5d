import { mayLinkVisit } from '@/lib/events/may-link-visit'
import { openDecision } from '@/lib/events/server/decision-token'
import { adRoute } from '@/lib/http/ad-route'
import { ProblemError } from '@/lib/http/problem'
import { logger } from '@/lib/http/logger'
import { createLandingUrl } from '@/lib/serve/landing-url'
import { readTraffic, recordRequestEvent } from './record-request-event'

/** A viewer waits this long for the commit at most; the event itself is tried for longer. */
const COUNT_DEADLINE_MS = 1_500

/**
 * `GET /api/click?t=`: counts the click and goes to the decision's own landing page, nowhere else.
 * A token of ours always leads there, however old it is and whatever happens to the event.
 */
export const clickRoute = adRoute({
  name: '/api/click',
  methods: ['GET'],
  async handle(request) {
    const token = request.query('t') ?? ''
    const opened = openDecision(token, Date.now(), Number.POSITIVE_INFINITY)
    if (opened.kind !== 'ok' && opened.kind !== 'expired') {
      throw new ProblemError('invalid_request', 't: this is not a token of a decision.')
    }
    const { record } = opened
    const location = createLandingUrl(record.landingUrl, mayLinkVisit(record) ? token : null)
    if (location === null) throw new ProblemError('gone', 'This ad has no landing page.')
    if (request.method === 'GET') await countClick(token, readTraffic(request))
    return {
      status: 302,
      headers: { location, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' },
    }
  },
  fallback: () => ({ status: 503, headers: { 'cache-control': 'no-store' } }),
})

async function countClick(token: string, traffic: ReturnType<typeof readTraffic>): Promise<void> {
  const counted = recordRequestEvent(token, { kind: 'click' }, traffic).then(
    () => undefined,
    () => logger.error({ route: '/api/click' }, 'a click could not be counted'),
  )
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, COUNT_DEADLINE_MS)
  })
  await Promise.race([counted, deadline])
  clearTimeout(timer)
}
