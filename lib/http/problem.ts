import { z } from 'zod'

/** Every way the API refuses, with its status and title. The only table of codes. */
export const PROBLEMS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in or send an API key' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  cross_site: { status: 403, title: 'Requests from other sites are refused' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Somebody else changed this meanwhile' },
  gone: { status: 410, title: 'No longer valid' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media: { status: 415, title: 'This kind of content is not accepted' },
  unprocessable: { status: 422, title: 'Something has to be mended first' },
  rate_limited: { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is not ready' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

export const issueSchema = z.object({
  /** Where the fault is, as a dotted path: `objectives.flight.endsAt`. */
  path: z.string(),
  message: z.string(),
})
export type Issue = z.infer<typeof issueSchema>

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  issues: z.array(issueSchema).optional(),
})
export type Problem = z.infer<typeof problemSchema>

/** Thrown by use cases; the route wrapper turns it into problem+json (RFC 9457). */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly issues?: readonly Issue[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
    this.name = 'ProblemError'
  }
}

/** A row that is not there, or not this workspace's: the two must look the same. */
export function notFound(noun: string): ProblemError {
  return new ProblemError('not_found', `There is no such ${noun} in this workspace.`)
}

export function problemFromZod(error: z.ZodError, prefix = ''): ProblemError {
  const issues = error.issues.slice(0, 50).map((issue) => ({
    path: [prefix, ...issue.path.map(String)].filter(Boolean).join('.'),
    message: issue.message,
  }))
  const [first] = issues
  const where = first?.path ? `${first.path}: ` : ''
  return new ProblemError('invalid_request', `${where}${first?.message ?? 'not valid'}`, issues)
}

export function problemResponse(error: ProblemError, requestId: string): Response {
  const { status, title } = PROBLEMS[error.code]
  const problem: Problem = {
    type: `https://intarsia.dev/problems/${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.issues ? { issues: [...error.issues] } : {}),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...error.headers,
    },
  })
}
