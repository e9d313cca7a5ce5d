import type { ConsentSignals } from '@/lib/privacy/consent-signals'

/** `json`: the decision as data. `tag`: what our own tag renders. `html`: a document for an iframe. */
export type ServeFormat = 'json' | 'tag' | 'html'

/** What one request asks for, read from untrusted text: every string is bounded. */
export interface ServeParameters {
  readonly format: ServeFormat
  readonly wantsHtml: boolean
  readonly signals: ConsentSignals
  /** As the site sent it: an identifier of theirs or its SHA-256 in hex. Never kept. */
  readonly visitorId: string | null
  readonly pageCategory: string | null
  readonly language: string | null
  /** An exchange's click macro, expanded: goes before our click address, and nowhere else. */
  readonly clickPrefix: string | null
}

/** Answers the value of a parameter or of a header (in lower case), null when absent. */
export interface RequestText {
  query(name: string): string | null
  header(name: string): string | null
}

export const OPT_OUT_COOKIE = 'intarsia_opt_out'
const MAX_CLICK_PREFIX_LENGTH = 2_048
const MAX_VISITOR_ID_LENGTH = 128
const MAX_NAME_LENGTH = 120
const MAX_LANGUAGE_LENGTH = 35
const optOutCookie = new RegExp(`(?:^|;\\s*)${OPT_OUT_COOKIE}=1(?:;|$)`)
// No white space, quotes, angle brackets, backslashes or control characters; a host right after.
const clickPrefixPattern = /^https?:\/\/[a-z0-9[][^\s"'<>`\\{}|^\p{Cc}]*$/iu

/**
 * Reads the parameters of a serve request. What is malformed or too long is left out rather than
 * refused: a slot is never lost to a parameter.
 */
export function readServeParameters(request: RequestText): ServeParameters {
  const cookies = request.header('cookie')
  return {
    format: readFormat(request.query('format'), request.header('accept')),
    wantsHtml: request.query('html') === '1',
    signals: {
      gdpr: request.query('gdpr'),
      gdprConsent: request.query('gdpr_consent'),
      gpp: request.query('gpp'),
      gppSid: request.query('gpp_sid'),
      usPrivacy: request.query('us_privacy'),
      siteConsent: request.query('consent'),
      hasGlobalPrivacyControl:
        request.header('sec-gpc')?.trim() === '1' || request.query('gpc') === '1',
      hasOptedOut: cookies !== null && optOutCookie.test(cookies),
    },
    visitorId: readBounded(request, 'uid', MAX_VISITOR_ID_LENGTH),
    pageCategory: readBounded(request, 'category', MAX_NAME_LENGTH),
    language:
      readBounded(request, 'locale', MAX_LANGUAGE_LENGTH) ??
      readLanguage(request.header('accept-language')),
    clickPrefix: readClickPrefix(request.query('click')),
  }
}

function readBounded(request: RequestText, name: string, maxLength: number): string | null {
  const value = request.query(name)
  return value !== null && value !== '' && value.length <= maxLength ? value : null
}

function readFormat(format: string | null, accept: string | null): ServeFormat {
  if (format === 'json' || format === 'tag' || format === 'html') return format
  // A person who opens the address, or an iframe without the parameter, sees the ad.
  return format === null && accept?.startsWith('text/html') ? 'html' : 'json'
}

/** The first language of Accept-Language, whose order is the viewer's. */
function readLanguage(header: string | null): string | null {
  if (header === null) return null
  const end = header.search(/[,;]/)
  const first = (end < 0 ? header : header.slice(0, end)).trim()
  return first !== '' && first.length <= MAX_LANGUAGE_LENGTH ? first : null
}

/** A macro left unexpanded (`%%CLICK_URL_ESC%%`, `${CLICK_URL}`) is no http(s) address: null. */
export function readClickPrefix(text: string | null): string | null {
  if (text === null || text.length > MAX_CLICK_PREFIX_LENGTH) return null
  return clickPrefixPattern.test(text) && URL.canParse(text) ? text : null
}

/** The link behind the ad: our click address, behind the exchange's where there is one. */
export function prefixClickUrl(clickPrefix: string | null, clickUrl: string): string {
  if (clickPrefix === null) return clickUrl
  // `…&adurl=` takes an address as a value; `…/` and the like take it as it is.
  return clickPrefix + (clickPrefix.endsWith('=') ? encodeURIComponent(clickUrl) : clickUrl)
}
