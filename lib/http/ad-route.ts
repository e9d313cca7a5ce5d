import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logger } from './logger'
import {
  fromFetchRequest,
  fromNodeRequest,
  toFetchResponse,
  writeNodeResponse,
} from './ad-exchange'
import type { AdRequest, AdResponse } from './ad-exchange'
import { PROBLEMS, ProblemError } from './problem'

export interface AdRouteDefinition {
  /** For logs: the path with its parameters unfilled. */
  readonly name: string
  readonly methods: readonly ('GET' | 'POST')[]
  /** Read by other sites' pages, never with credentials. */
  readonly isCrossOrigin?: boolean
  handle(request: AdRequest): AdResponse | Promise<AdResponse>
  /** The answer when `handle` failed for a reason nobody foresaw. */
  fallback(request: AdRequest): AdResponse
}

export interface AdRoute {
  readonly definition: AdRouteDefinition
  answer(request: AdRequest): AdResponse | Promise<AdResponse>
  /** Exported as GET, POST … by a Next route file. */
  fetch(request: Request): Promise<Response>
  /** Mounted in the light process. */
  node(request: IncomingMessage, response: ServerResponse): void
}

export const CROSS_ORIGIN_HEADERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const

const LOG_EVERY_MS = 1_000

/**
 * The one way to declare a route that ad slots, pixels and shops call at machine speed. The same
 * handler runs behind Next and, without Request and Response objects, in the light process.
 * A ProblemError becomes problem+json; whatever else is thrown becomes the route's fallback, so
 * a slot is never left with an error.
 */
export function adRoute(definition: AdRouteDefinition): AdRoute {
  const { name, methods, isCrossOrigin = false } = definition
  const allow = [...methods, 'OPTIONS'].join(', ')
  const preflight: AdResponse = {
    status: 204,
    headers: isCrossOrigin
      ? {
          ...CROSS_ORIGIN_HEADERS,
          allow,
          'access-control-allow-methods': allow,
          'access-control-allow-headers': 'content-type',
          'access-control-max-age': '86400',
        }
      : { allow },
  }
  const accepted = new Set<string>([...methods, ...(methods.includes('GET') ? ['HEAD'] : [])])
  const logFailure = createFailureLog(name)

  const recover = (error: unknown, request: AdRequest): AdResponse => {
    if (error instanceof ProblemError) return toProblem(error, isCrossOrigin)
    logFailure(error)
    try {
      return definition.fallback(request)
    } catch (failure) {
      logFailure(failure)
      return { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '2' } }
    }
  }
  const answer = (request: AdRequest): AdResponse | Promise<AdResponse> => {
    try {
      if (!accepted.has(request.method)) {
        if (request.method === 'OPTIONS') return preflight
        throw new ProblemError('method_not_allowed', `Use ${allow}.`, undefined, { allow })
      }
      const answered = definition.handle(request)
      return answered instanceof Promise
        ? answered.catch((error: unknown) => recover(error, request))
        : answered
    } catch (error) {
      return recover(error, request)
    }
  }

  return {
    definition,
    answer,
    async fetch(request) {
      const adRequest = fromFetchRequest(request)
      return toFetchResponse(await answer(adRequest), adRequest.method)
    },
    node(incoming, outgoing) {
      const request = fromNodeRequest(incoming)
      const answered = answer(request)
      if (answered instanceof Promise) {
        void answered.then((response) => writeNodeResponse(outgoing, response, request.method))
      } else {
        writeNodeResponse(outgoing, answered, request.method)
      }
    },
  }
}

function toProblem(error: ProblemError, isCrossOrigin: boolean): AdResponse {
  const { status, title } = PROBLEMS[error.code]
  const type = `https://intarsia.dev/problems/${error.code}`
  const requestId = randomUUID()
  const problem = { type, title, status, detail: error.message, code: error.code, requestId }
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(isCrossOrigin ? CROSS_ORIGIN_HEADERS : {}),
      ...error.headers,
    },
    body: JSON.stringify({ ...problem, ...(error.issues ? { issues: error.issues } : {}) }),
  }
}

/** A broken dependency fails thousands of requests a second: one line a second says how many. */
function createFailureLog(route: string): (error: unknown) => void {
  let unreported = 0
  let reportedAtMs = Number.NEGATIVE_INFINITY
  return (error) => {
    unreported += 1
    const nowMs = performance.now()
    if (nowMs - reportedAtMs < LOG_EVERY_MS) return
    // Frames only: a message may quote what a viewer sent.
    const frames = error instanceof Error ? error.stack?.split('\n').filter(isStackFrame) : []
    const failure = error instanceof Error ? error.name : typeof error
    logger.error({ route, failure, frames, count: unreported }, 'ad route fell back')
    unreported = 0
    reportedAtMs = nowMs
  }
}

const isStackFrame = (line: string): boolean => line.trimStart().startsWith('at ')
