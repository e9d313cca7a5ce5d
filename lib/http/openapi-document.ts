import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { problemSchema } from './problem'
import type { AnyRouteDefinition } from './route'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Route modules by their path, parameters in braces: `/api/v1/segments/{segmentId}`. */
export type RouteTable = Readonly<Record<string, object>>

const problemResponse = {
  description: 'Refused: problem+json (RFC 9457) with a code, a sentence and the fields to mend',
  content: { 'application/problem+json': { schema: problemSchema } },
}

/** The OpenAPI 3.1 description of the API, made from the schemas that check it. */
export function createOpenApiDocument(
  table: RouteTable,
  adPaths: ZodOpenApiPathsObject,
  serverUrl: string,
) {
  const paths = Object.fromEntries(
    Object.entries(table).map(([path, routeModule]) => [
      path,
      Object.fromEntries(
        METHODS.flatMap((method) => {
          const definition = definitionOf(routeModule, method)
          return definition ? [[method.toLowerCase(), describeOperation(path, definition)]] : []
        }),
      ),
    ]),
  )
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Intarsia',
      version: '1',
      description:
        'Open, self-hosted dynamic creative optimization. Machines send an API key as a Bearer token.',
    },
    servers: [{ url: serverUrl }],
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of a workspace: int_…' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
    paths: { ...adPaths, ...paths },
  })
}

function definitionOf(routeModule: object, method: string): AnyRouteDefinition | null {
  const handler: unknown = Object.hasOwn(routeModule, method)
    ? Reflect.get(routeModule, method)
    : null
  if (typeof handler !== 'function' || !('definition' in handler)) return null
  return handler.definition as AnyRouteDefinition
}

function describeOperation(
  path: string,
  definition: AnyRouteDefinition,
): ZodOpenApiOperationObject {
  const { summary, access, params, query, body, response, status = 200 } = definition
  const content =
    'contentType' in response
      ? { [response.contentType]: { schema: z.string() } }
      : { 'application/json': { schema: response } }
  return {
    summary,
    tags: [tagOf(path)],
    ...(access === 'public' ? {} : { security: [{ apiKey: [] }, { session: [] }] }),
    ...(access === 'public' || access === 'signed_in'
      ? {}
      : { description: `Needs the permission \`${access}\`.` }),
    requestParams: {
      ...(params instanceof z.ZodObject ? { path: params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
    },
    ...(body ? { requestBody: { content: { 'application/json': { schema: body } } } } : {}),
    responses: { [`${status}`]: { description: 'Done', content }, default: problemResponse },
  }
}

function tagOf(path: string): string {
  const [first = '', second = ''] = path.replace(/^\/api\//, '').split('/')
  return first === 'v1' ? second : first
}
