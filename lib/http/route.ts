import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { findActor, findUserId } from '@/lib/auth/find-actor'
import { type Database, getDatabase } from '@/lib/db/client'
import { toStorableText } from '@/lib/events/storable-text'
import type { Actor, Permission } from '@/lib/workspaces/permission'
import { logger } from './logger'
import { ProblemError, problemFromZod, problemResponse } from './problem'
import { readJson } from './read-body'
import { assertSameSite } from './same-site'

/** A permission in the current workspace, a signed-in person without one, or nobody in particular. */
export type Access = Permission | 'signed_in' | 'public'

export interface RouteContext<A extends Access, P, Q, B> {
  readonly actor: A extends Permission ? Actor : null
  readonly userId: A extends 'signed_in' ? string : null
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly db: Database
  readonly request: NextRequest
  readonly requestId: string
}

export interface RouteDefinition<
  A extends Access,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  readonly summary: string
  readonly access: A
  readonly params?: P
  readonly query?: Q
  /** Schema of the JSON body; leave out for routes without one or that read the request themselves. */
  readonly body?: B
  /** Schema of the JSON answer; a route that answers something else returns a Response. */
  readonly response: R | { readonly contentType: string }
  readonly status?: 200 | 201 | 202
  handle(
    context: RouteContext<A, z.output<P>, z.output<Q>, z.output<B>>,
  ): Promise<z.input<R> | Response>
}

export interface RouteHandler {
  (
    request: NextRequest,
    segment: { params: Promise<Record<string, string | string[]>> },
  ): Promise<Response>
  readonly definition: AnyRouteDefinition
}

/** What OpenAPI reads of a route. */
export type AnyRouteDefinition = Pick<
  RouteDefinition<Access, z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
  'summary' | 'access' | 'params' | 'query' | 'body' | 'response' | 'status'
>

/**
 * The one way to declare a studio API route: session or key → schema → permission → use case →
 * response schema → problem+json. Errors that are not ProblemError never leak.
 */
export function route<
  A extends Access,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(definition: RouteDefinition<A, P, Q, B, R>): RouteHandler {
  const handler = async (
    request: NextRequest,
    // Next resolves to nothing for a path without parameters.
    segment: { params: Promise<Record<string, string | string[]> | undefined> },
  ): Promise<Response> => {
    const requestId = randomUUID()
    const startedAtMs = performance.now()
    const params = (await segment.params) ?? {}
    const response = await answer(definition, request, params, requestId).catch((error: unknown) =>
      problemResponse(asProblem(error, requestId), requestId),
    )
    response.headers.set('x-request-id', requestId)
    logger.info(
      {
        requestId,
        method: request.method,
        route: definition.summary,
        status: response.status,
        durationMs: Math.round(performance.now() - startedAtMs),
      },
      'api',
    )
    return response
  }
  return Object.assign(handler, { definition })
}

async function answer<
  A extends Access,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  definition: RouteDefinition<A, P, Q, B, R>,
  request: NextRequest,
  rawParams: Record<string, string | string[]>,
  requestId: string,
): Promise<Response> {
  const db = getDatabase()
  const { actor, userId } = await authorise(db, request, definition.access)
  const params = parse(definition.params, makeStorable(Object.entries(rawParams)), 'path')
  const query = parse(definition.query, makeStorable(request.nextUrl.searchParams), 'query')
  const body = definition.body ? parse(definition.body, await readJson(request), '') : undefined
  const result = await definition.handle({
    // The access of the definition decides which of the two is present; TypeScript can't follow it.
    actor: actor as RouteContext<A, unknown, unknown, unknown>['actor'],
    userId: userId as RouteContext<A, unknown, unknown, unknown>['userId'],
    params: params as z.output<P>,
    query: query as z.output<Q>,
    body: body as z.output<B>,
    db,
    request,
    requestId,
  })
  if (result instanceof Response) return result
  if ('contentType' in definition.response) throw new Error('a raw route must return a Response')
  return Response.json(definition.response.parse(result), {
    status: definition.status ?? 200,
    headers: { 'cache-control': 'no-store' },
  })
}

async function authorise(
  db: Database,
  request: NextRequest,
  access: Access,
): Promise<{ actor: Actor | null; userId: string | null }> {
  assertSameSite(request)
  if (access === 'public') return { actor: null, userId: null }
  if (access === 'signed_in') {
    const userId = await findUserId(request)
    if (!userId) throw new ProblemError('unauthenticated', 'Sign in to continue.')
    return { actor: null, userId }
  }
  const actor = await findActor(db, request)
  if (!actor) {
    // Only browsers say how they fetch: their people have a session, machines have keys.
    const isBrowser = request.headers.has('sec-fetch-mode')
    throw new ProblemError(
      'unauthenticated',
      isBrowser
        ? 'You are signed out. Sign in again to go on.'
        : 'Sign in, or send a valid API key as a Bearer token.',
    )
  }
  if (!actor.permissions.includes(access)) {
    throw new ProblemError(
      'forbidden',
      `This needs the permission “${access}”, which you do not have here.`,
    )
  }
  return { actor, userId: null }
}

/** Addresses may hold %00, which Postgres refuses in every comparison. */
function makeStorable(entries: Iterable<[string, string | string[]]>): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(entries, ([name, value]) => [
      name,
      typeof value === 'string' ? toStorableText(value) : value,
    ]),
  )
}

function parse(schema: z.ZodType | undefined, value: unknown, prefix: string): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw problemFromZod(result.error, prefix)
}

function asProblem(error: unknown, requestId: string): ProblemError {
  if (error instanceof ProblemError) return error
  logger.error(
    { requestId, err: error instanceof Error ? error.stack : 'not an Error' },
    'unexpected error',
  )
  return new ProblemError(
    'internal',
    `Please try again. If it stays, tell us the request id ${requestId}.`,
  )
}
