import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { getAuthOptions } from '@/lib/auth/auth-options'

// Built on the first request, not at build time: the options read the validated environment.
function handler(
  request: NextRequest,
  segment: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(request, segment, getAuthOptions()) as Promise<Response>
}

export { handler as GET, handler as POST }
