import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'

/** Why a request or event is general invalid traffic (MRC): kept and marked, never counted. */
export const invalidTrafficReasons = [
  'no_user_agent',
  'headless',
  'non_browser',
  'bot',
  'data_centre',
  'prefetch',
  'hidden_slot',
] as const
export type InvalidTrafficReason = (typeof invalidTrafficReasons)[number]

/** Request headers by lower-case name; only those named here are read. */
export interface TrafficHeaders {
  readonly 'sec-purpose'?: string | null
  readonly purpose?: string | null
  readonly 'x-purpose'?: string | null
  readonly 'x-moz'?: string | null
  readonly 'sec-ch-ua'?: string | null
}

export interface TrafficSignals {
  readonly userAgent: string | null
  readonly headers?: TrafficHeaders
  /** Size of the slot as laid out in the page, where the tag reports it. */
  readonly slotWidthPx?: number | null
  readonly slotHeightPx?: number | null
  /** The address lies in a known data-centre range; the caller has the list. */
  readonly isDataCentre?: boolean
  /** The page said `navigator.webdriver`. */
  readonly isAutomated?: boolean
}

const headless = /headless|phantomjs|slimerjs|puppeteer|playwright|selenium|webdriver|jsdom/i
/** Which of the agents that isbot knows are HTTP libraries rather than crawlers. */
const nonBrowser =
  /^(?:curl|wget|httpie|insomnia|postman|okhttp|java|go-http|python|ruby|perl|php|node|axios|got|undici|deno|bun|dart|faraday|guzzle|restsharp|reqwest|scrapy|k6)\b|\b(?:aiohttp|httpx|libwww-perl|node-fetch|apache-httpclient|jakarta commons|http_request2|winhttprequest|python-(?:requests|urllib\d?))\b/i

type AgentVerdict = 'headless' | 'non_browser' | 'bot' | 'browser'
const verdicts = new LRUCache<string, AgentVerdict>({ max: 10_000 })
/** No browser sends as much; a longer one is neither searched by patterns nor remembered. */
const maxUserAgentLength = 1_024

function judgeUserAgent(userAgent: string): AgentVerdict {
  if (headless.test(userAgent)) return 'headless'
  if (!isbot(userAgent)) return 'browser'
  return nonBrowser.test(userAgent) ? 'non_browser' : 'bot'
}

function getVerdict(userAgent: string): AgentVerdict {
  if (userAgent.length > maxUserAgentLength) return 'non_browser'
  const known = verdicts.get(userAgent)
  if (known) return known
  const verdict = judgeUserAgent(userAgent)
  verdicts.set(userAgent, verdict)
  return verdict
}

/**
 * The first reason for which this traffic must not be counted, or null for a countable viewer.
 * Follows the general invalid traffic list of MRC's Invalid Traffic guidelines: known bots and
 * non-browser agents, data centres, pre-rendering and prefetching, slots of 0 or 1 pixel.
 */
export function classifyTraffic(signals: TrafficSignals): InvalidTrafficReason | null {
  const userAgent = signals.userAgent?.trim()
  if (!userAgent) return 'no_user_agent'
  const hints = signals.headers?.['sec-ch-ua']
  if (signals.isAutomated || (hints && headless.test(hints))) return 'headless'
  const verdict = getVerdict(userAgent)
  if (verdict !== 'browser') return verdict
  if (signals.isDataCentre) return 'data_centre'
  if (isPrefetch(signals.headers)) return 'prefetch'
  return isHidden(signals.slotWidthPx) || isHidden(signals.slotHeightPx) ? 'hidden_slot' : null
}

/** `Sec-Purpose: prefetch;prerender`, and the older names of Safari, Chrome and Firefox. */
function isPrefetch(headers: TrafficHeaders | undefined): boolean {
  if (!headers) return false
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-purpose'] ?? ''
  return /prefetch|prerender|preview/i.test(`${purpose},${headers['x-moz'] ?? ''}`)
}

function isHidden(sizePx: number | null | undefined): boolean {
  return typeof sizePx === 'number' && sizePx <= 1
}
