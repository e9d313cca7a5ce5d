import { prefixClickUrl } from './serve-parameters'

/** Addresses of one decision. All carry its token. */
export interface AdLinks {
  readonly impression: string
  readonly viewable: string
  readonly click: string
  readonly why: string
}

/** `visitorReference` lets the "Why this ad?" page switch personalisation off for a known visitor. */
export function createAdLinks(
  baseUrl: string,
  token: string,
  clickPrefix: string | null,
  visitorReference: string | null,
): AdLinks {
  const visitor = visitorReference === null ? '' : `&v=${visitorReference}`
  return {
    impression: `${baseUrl}/api/events/impression?t=${token}`,
    viewable: `${baseUrl}/api/events/viewable?t=${token}`,
    click: prefixClickUrl(clickPrefix, `${baseUrl}/api/click?t=${token}`),
    why: `${baseUrl}/why?t=${token}${visitor}`,
  }
}
