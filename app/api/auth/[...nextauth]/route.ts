import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { getAuthOptions } from '@/lib/auth/auth-options'
import { guardAuthRequest } from '@/lib/auth/guard-auth-request'
import { ProblemError, problemResponse } from '@/lib/http/problem'

// Built on the first request, not at build time: the options read the validated environment.
async function handler(
  request: NextRequest,
  segment: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  try {
    const guarded = await guardAuthRequest(request, (await segment.params).nextauth)
    return (await NextAuth(guarded, segment, getAuthOptions())) as Response
  } catch (error) {
    if (error instanceof ProblemError) return problemResponse(error, randomUUID())
    throw error
  }
}

export { handler as GET, handler as POST }
