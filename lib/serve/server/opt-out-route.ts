import { getDatabase } from '@/lib/db/client'
import { notifyChange } from '@/lib/db/change-channel'
import { getEnv } from '@/lib/env'
import type { AdRequest } from '@/lib/http/ad-exchange'
import { adRoute } from '@/lib/http/ad-route'
import { ProblemError } from '@/lib/http/problem'
import { OPT_OUT_COOKIE } from '@/lib/serve/serve-parameters'
import { openVisitor } from './visitor-reference'

const BODY_LIMIT_BYTES = 16_384
const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * `POST /api/privacy/opt-out`, the form of the page "Why this ad?": `choice` is `out` or `in`, `v`
 * the sealed visitor of the link, `t` the token to come back with. The cookie holds for this
 * browser, the row for this person on every device; every process knows within a second.
 */
export const optOutRoute = adRoute({
  name: '/api/privacy/opt-out',
  methods: ['POST'],
  async handle(request) {
    assertOwnPage(request)
    const form = new URLSearchParams((await request.body(BODY_LIMIT_BYTES)).toString('utf8'))
    const choice = form.get('choice')
    if (choice !== 'out' && choice !== 'in') {
      throw new ProblemError('invalid_request', 'choice: `out` or `in`.')
    }
    const reference = form.get('v') ?? ''
    const visitorHash = reference === '' ? null : openVisitor(reference)
    if (reference !== '' && visitorHash === null) {
      throw new ProblemError('invalid_request', 'v: this visitor was not named by us.')
    }
    if (visitorHash !== null) await saveChoice(visitorHash, choice)
    const back = new URLSearchParams({ t: form.get('t') ?? '', v: reference, done: choice })
    return {
      status: 303,
      headers: {
        // Relative, to our own page only.
        location: `/why?${back}`,
        'set-cookie': createCookie(choice),
        'cache-control': 'no-store',
      },
    }
  },
  fallback: () => ({
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' },
    body: 'Your choice could not be saved. Please go back and try again in a moment.',
  }),
})

/** Another site must not switch anything for a viewer. */
function assertOwnPage(request: AdRequest): void {
  const site = request.header('sec-fetch-site')
  if (site === null || site === 'same-origin' || site === 'none') return
  throw new ProblemError('cross_site', 'Make this choice on our own page.')
}

function createCookie(choice: 'out' | 'in'): string {
  const age = choice === 'out' ? `1; Max-Age=${YEAR_SECONDS}` : '; Max-Age=0'
  // Ads are seen on other people's pages: over https the cookie has to go there too.
  const where = getEnv().PUBLIC_URL.startsWith('https:') ? 'SameSite=None; Secure' : 'SameSite=Lax'
  return `${OPT_OUT_COOKIE}=${age}; Path=/; HttpOnly; ${where}`
}

async function saveChoice(visitorHash: string, choice: 'out' | 'in'): Promise<void> {
  await getDatabase().$transaction(async (tx) => {
    if (choice === 'in') await tx.optOut.deleteMany({ where: { visitorHash } })
    else await tx.optOut.createMany({ data: { visitorHash }, skipDuplicates: true })
    await notifyChange(tx, { kind: 'optOut', visitorHash })
  })
}
