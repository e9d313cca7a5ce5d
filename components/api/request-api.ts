import type { z } from 'zod'
import { ApiProblem, parseProblem } from './api-problem'

interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON, unless it is FormData. */
  body?: unknown
  signal?: AbortSignal
}

/** Calls /api/v1 and checks the answer; throws ApiProblem when refused or unreachable. */
export async function requestApi<Output>(
  path: `/api/${string}`,
  responseSchema: z.ZodType<Output>,
  { method = 'GET', body, signal }: ApiRequest = {},
): Promise<Output> {
  const isForm = body instanceof FormData
  const init: RequestInit = { method, signal, headers: { accept: 'application/json' } }
  if (body !== undefined) {
    init.body = isForm ? body : JSON.stringify(body)
    if (!isForm) init.headers = { ...init.headers, 'content-type': 'application/json' }
  }
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiProblem('The server cannot be reached. Check the connection.', 0, 'offline')
  }
  const text = await response.text()
  const json = readJson(text)
  if (!response.ok) throw parseProblem(response.status, json)
  return responseSchema.parse(json)
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
