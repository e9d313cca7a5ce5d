/** The parameter in which a click hands its token to the landing page (`pixel.js` reads it). */
export const CLICK_ID_PARAMETER = 'itx'

/**
 * Where a click goes: the decision's own landing page, with the token as click id where the viewer
 * allows measurement. Null when the address is not http(s), which a published one always is.
 */
export function createLandingUrl(landingUrl: string, token: string | null): string | null {
  if (!URL.canParse(landingUrl)) return null
  const { href, hash, protocol } = new URL(landingUrl)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  if (token === null) return href
  const address = href.slice(0, href.length - hash.length)
  return `${address}${address.includes('?') ? '&' : '?'}${CLICK_ID_PARAMETER}=${token}${hash}`
}
