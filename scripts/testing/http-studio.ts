import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { NextRequest } from 'next/server'
import type { Pool } from 'pg'
import type { Database } from '@/lib/db/client'
import type { RouteTable } from '@/lib/http/openapi-document'
import type { RouteHandler } from '@/lib/http/route'
import { createTestDatabase } from './test-database'

/** What a call carries of its caller: headers with a session cookie or an API key. */
export type Caller = Readonly<Record<string, string>>

export interface Call {
  readonly as?: Caller
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: { readonly contentType: string; readonly content: string | Uint8Array }
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  json(): unknown
}

/** The routes of a studio, wherever it runs. */
export interface Routes {
  /** `operation` is a method and a path of the route table: `PUT /api/v1/segments/{segmentId}`. */
  call(operation: string, call?: Call): Promise<Answer>
  /** A request to a route of the light process. */
  fetchAd(address: string, init?: RequestInit): Promise<Response>
}

export interface Studio extends Routes {
  readonly db: Database
  readonly pool: Pool
  readonly databaseUrl: string
  readonly table: RouteTable
  asUser(userId: string, workspaceId?: string): Promise<Caller>
  close(): Promise<void>
}

/**
 * The application's routes on a database of their own, called as Next would call them. What reads
 * the environment is imported here and not before: a test file imports only types of it.
 */
export async function openStudio(): Promise<Studio> {
  const database = await createTestDatabase()
  const storage = mkdtempSync(path.join(tmpdir(), 'intarsia-storage-'))
  const level = process.env['TEST_LOG_LEVEL'] ?? 'silent'
  const environment = { DATABASE_URL: database.url, STORAGE_DIR: storage, LOG_LEVEL: level }
  Object.assign(process.env, environment)
  const { getEnv } = await import('@/lib/env')
  if (getEnv().DATABASE_URL !== database.url) throw new Error('The environment was read too early.')
  const { NextRequest } = await import('next/server')
  const { encode } = await import('next-auth/jwt')
  const { getDatabase } = await import('@/lib/db/client')
  const { getPool } = await import('@/lib/db/pool')
  const { ROUTE_TABLE } = await import('@/app/api/openapi/route-table')
  const { findLightRoute } = await import('@/lib/serve/server/find-light-route')
  const { stopLiveMemory } = await import('@/lib/serve/server/live-memory')
  const { WORKSPACE_COOKIE } = await import('@/lib/auth/workspace-cookie')
  const origin = getEnv().PUBLIC_URL

  return {
    db: getDatabase(),
    pool: getPool(),
    databaseUrl: database.url,
    table: ROUTE_TABLE,
    async call(operation, call = {}) {
      const { address, init } = describeCall(operation, call)
      const request = new NextRequest(`${origin}${address}`, init)
      const response = await findHandler(ROUTE_TABLE, operation)(request as NextRequest, {
        params: Promise.resolve({ ...call.params }),
      })
      return readAnswer(response)
    },
    async fetchAd(address, init) {
      const found = findLightRoute(address)
      if (!found) throw new Error(`The light process does not answer ${address}.`)
      return found.fetch(new Request(`${origin}${address}`, init))
    },
    async asUser(userId, workspaceId) {
      const token = await encode({ token: { sub: userId }, secret: getEnv().NEXTAUTH_SECRET })
      const workspace = workspaceId === undefined ? '' : `; ${WORKSPACE_COOKIE}=${workspaceId}`
      return { cookie: `next-auth.session-token=${token}${workspace}` }
    },
    async close() {
      await stopLiveMemory()
      await Promise.all([getDatabase().$disconnect(), getPool().end()])
      rmSync(storage, { recursive: true, force: true })
      await database.drop()
    },
  }
}

/** The routes of a studio that runs at `origin`. */
export function openRemoteRoutes(origin: string): Routes {
  return {
    async call(operation, call = {}) {
      const { address, init } = describeCall(operation, call)
      return readAnswer(await fetch(`${origin}${address}`, init))
    },
    fetchAd: (address, init) => fetch(`${origin}${address}`, init),
  }
}

export function asKey(key: string): Caller {
  return { authorization: `Bearer ${key}` }
}

/** `METHOD /path` of every route of the table. */
export function listOperations(table: RouteTable): string[] {
  return Object.entries(table).flatMap(([route, routeModule]) =>
    Object.keys(routeModule)
      .filter((name) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(name))
      .map((method) => `${method} ${route}`),
  )
}

export function findHandler(table: RouteTable, operation: string): RouteHandler {
  const [method = '', route = ''] = operation.split(' ')
  const handler: unknown = Reflect.get(table[route] ?? {}, method)
  if (typeof handler !== 'function') throw new Error(`There is no route ${operation}.`)
  return handler as RouteHandler
}

function describeCall(operation: string, call: Call) {
  const [method = '', route = ''] = operation.split(' ')
  const { params = {}, query = {} } = call
  const filled = route.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()).replace(/^\.+$/, '%2e'),
  )
  const search = new URLSearchParams(query).toString()
  const address = `${filled}${search ? `?${search}` : ''}`
  return { address, init: { method, ...contentOf(call) } }
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, text, json: () => JSON.parse(text) as unknown }
}

function contentOf({ as, body, raw, headers = {} }: Call) {
  const sent =
    body === undefined ? raw : { contentType: 'application/json', content: JSON.stringify(body) }
  if (!sent) return { headers: { ...as, ...headers } }
  const { contentType, content } = sent
  return {
    headers: { 'content-type': contentType, ...as, ...headers },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  }
}
