const HOME = '/campaigns'

/** Where to go after signing in: a path of this installation, never another site. */
export function safeReturnPath(callbackUrl: string | undefined, publicUrl: string): string {
  if (!callbackUrl || !URL.canParse(callbackUrl, publicUrl)) return HOME
  const url = new URL(callbackUrl, publicUrl)
  if (url.origin !== new URL(publicUrl).origin || url.pathname === '/') return HOME
  // `/..//evil.example` has our origin, but its path alone would be another site's address.
  if (url.pathname.startsWith('//')) return HOME
  return url.pathname + url.search
}
