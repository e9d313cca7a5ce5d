import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { adRoute } from './ad-route'
import { ProblemError } from './problem'

const route = adRoute({
  name: '/test',
  methods: ['GET', 'POST'],
  isCrossOrigin: true,
  async handle(request) {
    if (request.query('fail') === 'sync') throw new TypeError('private words')
    if (request.query('fail') === 'problem') throw new ProblemError('gone', 'Too late.')
    const body = (await request.body(10)).toString()
    const seen = { path: request.path, q: request.query('q'), agent: request.header('user-agent') }
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...seen, body }),
    }
  },
  fallback: () => ({ status: 200, headers: { 'x-fallback': 'yes' }, body: 'fallback' }),
})

async function askNode(path: string, init: RequestInit): Promise<Response> {
  const server = createServer((request, response) => route.node(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
    const body = response.status === 204 ? null : await response.text()
    return new Response(body, { status: response.status, headers: response.headers })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
const askFetch = (path: string, init: RequestInit) =>
  route.fetch(new Request(`http://ads.example${path}`, init))

describe.each([
  ['node', askNode],
  ['fetch', askFetch],
])('adRoute behind %s', (_name, ask) => {
  const headers = { 'user-agent': 'test' }

  it('hands over path, query, headers and body', async () => {
    const response = await ask('/a/b?q=%C3%A9', { method: 'POST', body: 'hello', headers })
    expect(response.status).toBe(200)
    const expected = { path: '/a/b', q: 'é', agent: 'test', body: 'hello' }
    expect(await response.json()).toEqual(expected)
  })

  it('answers the fallback, and not what was thrown', async () => {
    const response = await ask('/?fail=sync', { headers })
    expect([response.status, response.headers.get('x-fallback')]).toEqual([200, 'yes'])
    expect(await response.text()).toBe('fallback')
  })

  it('answers a problem as problem+json that other sites may read', async () => {
    const response = await ask('/?fail=problem', { headers })
    expect(response.status).toBe(410)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(await response.json()).toMatchObject({ code: 'gone', detail: 'Too late.' })
  })

  it('refuses a body beyond the limit and methods it does not have', async () => {
    const large = await ask('/', { method: 'POST', body: 'x'.repeat(11), headers })
    expect(large.status).toBe(413)
    const put = await ask('/', { method: 'PUT', body: 'x', headers })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS'])
  })

  it('answers preflights and HEAD without a body', async () => {
    const preflight = await ask('/', { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    const head = await ask('/', { method: 'HEAD', headers })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('a route whose fallback fails too', () => {
  it('still answers', async () => {
    const fail = () => {
      throw new Error('broken')
    }
    const broken = adRoute({ name: '/broken', methods: ['GET'], handle: fail, fallback: fail })
    expect((await broken.fetch(new Request('http://ads.example/'))).status).toBe(503)
  })
})
