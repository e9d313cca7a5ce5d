import { NextRequest } from 'next/server'
import { ProblemError } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'

const BODY_LIMIT_BYTES = 16_384

/**
 * next-auth reads bodies of any size and answers some malformed requests with a 500: those are
 * refused here. `action` is what follows `/api/auth/`. Answers the request for next-auth to read.
 * @throws ProblemError
 */
export async function guardAuthRequest(
  request: NextRequest,
  action: readonly string[],
): Promise<NextRequest> {
  const { method, headers, url } = request
  if (method !== 'POST') {
    if (action.join('/') !== 'callback/credentials') return request
    throw new ProblemError('method_not_allowed', 'Use POST.', undefined, { allow: 'POST' })
  }
  const body = await readBody(request, BODY_LIMIT_BYTES)
  if (headers.get('content-type')?.includes('application/json')) assertObject(body)
  return new NextRequest(url, { method, headers, body: new Uint8Array(body) })
}

function assertObject(body: Buffer): void {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    value = undefined
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  throw new ProblemError('invalid_request', 'The body is not a JSON object.')
}
