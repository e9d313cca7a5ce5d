import { z } from 'zod'

const problemSchema = z.object({
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type ApiProblem = z.infer<typeof problemSchema>

/** What the studio's API refused, in words that can be shown. */
export class ApiError extends Error {
  constructor(readonly problem: ApiProblem) {
    super(problem.detail)
    this.name = 'ApiError'
  }
}

const OFFLINE: ApiProblem = {
  title: 'No connection',
  status: 0,
  detail: 'The studio can’t be reached. Check the connection and try again.',
  code: 'offline',
}

/** Calls the studio's API and validates the answer. Throws ApiError for every refusal. */
export async function requestJson<S extends z.ZodType>(
  schema: S,
  path: string,
  options: {
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
    body?: unknown
    signal?: AbortSignal
  } = {},
): Promise<z.output<S>> {
  const response = await fetch(path, {
    method: options.method ?? 'GET',
    headers: options.body === undefined ? {} : { 'content-type': 'application/json' },
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(OFFLINE)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return schema.parse(answer)
  const problem = problemSchema.safeParse(answer)
  throw new ApiError(
    problem.success
      ? problem.data
      : {
          title: 'Something went wrong',
          status: response.status,
          detail: 'Please try again.',
          code: 'unknown',
        },
  )
}

/** A sentence for any thrown error. */
export function describeError(error: unknown): string {
  return error instanceof ApiError
    ? error.problem.detail
    : 'Something went wrong. Please try again.'
}
