import { z } from 'zod'

const problemSchema = z.object({
  title: z.string(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

/** A refusal of the API (problem+json, RFC 9457); its message is fit to be shown. */
export class ApiProblem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly issues: readonly { path: string; message: string }[] = [],
    readonly requestId?: string,
  ) {
    super(message)
    this.name = 'ApiProblem'
  }
}

/** Reads whatever a failed response holds, problem+json or not. */
export function parseProblem(status: number, body: unknown): ApiProblem {
  const parsed = problemSchema.safeParse(body)
  if (!parsed.success) {
    return new ApiProblem(
      `The server answered ${status}. Try again in a moment.`,
      status,
      'unknown',
    )
  }
  const { title, detail, code, issues, requestId } = parsed.data
  return new ApiProblem(detail || title, status, code, issues, requestId)
}
