import { type NextRequest, NextResponse } from 'next/server'
import { getToken } from 'next-auth/jwt'
import { getEnv } from '@/lib/env'

/** Pages that anybody may open; everything else is the studio's. */
const PUBLIC_PAGE = /^\/(?:(?:sign-in|sign-up|invitations|why|demo|docs)(?:\/|$)|review\/.)/

const REVIEW_PAGE = /^\/review\/./

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  // Behind a proxy that ends TLS the request itself is plain http: the configuration knows.
  const isSecure = getEnv().PUBLIC_URL.startsWith('https:')
  if (!PUBLIC_PAGE.test(pathname) && !(await hasSession(request, isSecure))) {
    const signIn = request.nextUrl.clone()
    signIn.pathname = '/sign-in'
    signIn.search = pathname === '/' ? '' : `?${createReturn(pathname + search)}`
    return NextResponse.redirect(signIn)
  }

  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = createPolicy(nonce, isSecure)
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from here; pages read `x-nonce`.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  if (REVIEW_PAGE.test(pathname)) {
    // Its address is its key: neither told to other sites nor kept by search engines or caches.
    response.headers.set('referrer-policy', 'no-referrer')
    response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive')
    response.headers.set('cache-control', 'private, no-store')
  }
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set(
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  )
  if (isSecure) {
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  return response
}

export const config = {
  // Not the routes that answer for themselves (each sets its own headers), nor files.
  matcher: ['/((?!api/|assets/|_next/|tag\\.js|frame\\.js|pixel\\.js|icon|favicon).*)'],
}

function createPolicy(nonce: string, isSecure: boolean): string {
  const isDevelopment = process.env.NODE_ENV === 'development'
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    // Charts and pop-overs place things with style attributes.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `frame-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

function createReturn(callbackUrl: string): string {
  return new URLSearchParams({ callbackUrl }).toString()
}

async function hasSession(request: NextRequest, isSecure: boolean): Promise<boolean> {
  const secret = getEnv().NEXTAUTH_SECRET
  return (await getToken({ req: request, secret, secureCookie: isSecure })) !== null
}
