import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { arbitraryRequest } from '@/scripts/testing/arbitrary-request'
import { openStudio } from '@/scripts/testing/http-studio'
import { BROWSER, buildWorld, OBJECTIVES, type World } from '@/scripts/testing/http-world'
import { type RawAnswer, sendBytes, writeRequest } from '@/scripts/testing/raw-http'

// The light part of every serving process, over real sockets: what a stranger can send it.
const studio = await openStudio()
const { createDecisionSealer, openDecision, sealDecision } =
  await import('@/lib/events/server/decision-token')
const { createWebServer } = await import('./create-web-server')
const { createLightBlobs } = await import('./light-blobs')
const { loadStaticScripts } = await import('./static-scripts')
const answerScript = await loadStaticScripts(path.join(projectRoot, 'public'))
const server = createWebServer([answerScript, createLightBlobs()], null)
let world: World
let port: number

beforeAll(async () => {
  world = await buildWorld(studio, 'world')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await studio.close()
})

const HOUR_MS = 3_600_000
const headers = { 'user-agent': BROWSER }
const send = (line: string, extra: Record<string, string> = {}, body = '') =>
  sendBytes(port, writeRequest(line, { ...headers, ...extra }, body))
const codeOf = ({ body }: RawAnswer) => (JSON.parse(body) as { code?: string }).code

async function takeToken(): Promise<string> {
  const { status, body } = await send(`GET /api/serve/${world.ids.placement}?format=json`)
  expect(status).toBe(200)
  return (JSON.parse(body) as { token: string }).token
}

describe('a malformed request', () => {
  const serve = () => `/api/serve/${world.ids.placement}`
  const host = 'host: a\r\n'
  it.each<[string, () => string, number]>([
    ['is no HTTP', () => 'good evening\r\n\r\n', 400],
    ['is of another version', () => `GET ${serve()} HTTP/9.9\r\n${host}\r\n`, 400],
    ['names no host', () => `GET ${serve()} HTTP/1.1\r\n\r\n`, 400],
    ['has a header without a colon', () => `GET / HTTP/1.1\r\n${host}nonsense\r\n\r\n`, 400],
    ['has a NUL in its path', () => `GET ${serve()}\0 HTTP/1.1\r\n${host}\r\n`, 400],
    [
      'has two lengths',
      () => writeRequest(`POST ${serve()}`, { 'Content-Length': '3' }, '{}'),
      400,
    ],
    [
      'has a negative length',
      () => writeRequest(`POST ${serve()}`, { 'content-length': '-1' }),
      400,
    ],
    [
      'hides a second one behind a length and chunks',
      () =>
        writeRequest(
          `POST ${serve()}`,
          { 'transfer-encoding': 'chunked' },
          '0\r\n\r\nGET / HTTP/1.1',
        ),
      400,
    ],
    [
      'has chunks of no size',
      () => `${writeRequest(`POST ${serve()}`, { 'transfer-encoding': 'chunked' })}zz\r\n{}\r\n`,
      400,
    ],
    ['has too long an address', () => writeRequest(`GET ${serve()}?t=${'x'.repeat(40_000)}`), 431],
    ['has too many headers', () => writeRequest(`GET ${serve()}`, { x: 'y'.repeat(40_000) }), 431],
    ['has a body of broken JSON', () => writeRequest(`POST ${serve()}`, {}, '{"uid": '), 400],
    ['has a list as its body', () => writeRequest(`POST ${serve()}`, {}, '[1]'), 400],
    ['has a method of its own', () => writeRequest(`BREW ${serve()}`), 400],
    ['deletes an ad', () => writeRequest(`DELETE ${serve()}`), 405],
    ['asks for a trace', () => writeRequest(`TRACE ${serve()}`), 405],
    ['clicks by POST', () => writeRequest('POST /api/click?t=x'), 405],
    ['names another host', () => writeRequest('GET http://evil.example/api/click?t=x'), 404],
    ['leaves the folder', () => writeRequest('GET /assets/blobs/../../../etc/passwd'), 404],
    ['leaves it in escapes', () => writeRequest('GET /assets/blobs/..%2f..%2fetc%2fpasswd'), 404],
    ['asks for no placement of ours', () => writeRequest('GET /api/serve/..%00'), 404],
    ['reports what nobody counts', () => writeRequest('POST /api/events/applause?t=x'), 404],
    ['has no token', () => writeRequest('POST /api/events/impression'), 400],
    ['has an engagement without time', () => writeRequest('POST /api/events/engagement?t=x'), 400],
    ['chooses nothing', () => writeRequest('POST /api/privacy/opt-out', {}, 'choice=maybe'), 400],
    [
      'opts a stranger out',
      () => writeRequest('POST /api/privacy/opt-out', {}, 'choice=out&v=x'),
      400,
    ],
    [
      'comes from another site',
      () =>
        writeRequest('POST /api/privacy/opt-out', { 'sec-fetch-site': 'cross-site' }, 'choice=out'),
      403,
    ],
    [
      'has a key that is none',
      () => writeRequest('POST /api/events/conversion', { authorization: 'x' }, '{}'),
      401,
    ],
  ])('that %s is answered', async (_name, write, status) => {
    expect(await sendBytes(port, write())).toMatchObject({ status })
  })
})

describe('an oversized body', () => {
  it.each([40_000, 4_000_000])('of %i bytes is refused, and the refusal arrives', async (size) => {
    const body = 'x'.repeat(size)
    const authorization = world.machine['authorization'] ?? ''
    const answers = [
      await send(`POST /api/serve/${world.ids.placement}`, {}, body),
      await send('POST /api/privacy/opt-out', {}, body),
      await send('POST /api/events/conversion', { authorization }, body),
    ]
    expect(answers.map(codeOf)).toEqual(['too_large', 'too_large', 'too_large'])
    expect(answers.map(({ status }) => status)).toEqual([413, 413, 413])
  })
})

describe('a token', () => {
  it('that is sent again counts once', async () => {
    const token = await takeToken()
    const outcomes: (string | undefined)[] = []
    for (let time = 0; time < 3; time++) {
      const { head } = await send(`POST /api/events/impression?t=${token}`)
      outcomes.push(/^x-intarsia-outcome: (.*)/im.exec(head)?.[1])
    }
    expect(outcomes).toEqual(['counted', 'duplicate', 'duplicate'])
  })

  it('that somebody else sealed is refused, and leads nowhere', async () => {
    const opened = openDecision(await takeToken(), 0, Infinity)
    if (opened.kind !== 'ok') throw new Error('Our own token is not known.')
    const forged = createDecisionSealer(Buffer.alloc(32, 7)).seal(opened.record)
    for (const line of ['POST /api/events/impression', 'GET /api/click']) {
      const answer = await send(`${line}?t=${forged}`)
      expect({ status: answer.status, code: codeOf(answer) }).toEqual({
        status: 400,
        code: 'invalid_request',
      })
      expect(answer.head).not.toMatch(/^location:/im)
    }
  })

  it('that is expired counts nothing, and a click still leads to its landing page', async () => {
    const opened = openDecision(await takeToken(), 0, Infinity)
    if (opened.kind !== 'ok') throw new Error('Our own token is not known.')
    const decidedAtMs = Date.now() - 25 * HOUR_MS
    const expired = sealDecision({ ...opened.record, decidedAtMs })
    const impression = await send(`POST /api/events/impression?t=${expired}`)
    expect({ status: impression.status, code: codeOf(impression) }).toEqual({
      status: 410,
      code: 'gone',
    })
    const click = await send(`GET /api/click?t=${expired}`)
    expect(click.status).toBe(302)
    expect(click.head).toContain(`location: ${OBJECTIVES.landingUrl}?`)
  })
})

describe('random bytes', () => {
  const RUNS = 60
  const SILENCE_MS = 200

  it('are answered with less than a 5xx, or not at all, and the next ad is served', async () => {
    const token = await takeToken()
    const requests = arbitraryRequest([
      `/api/serve/${world.ids.placement}`,
      '/api/serve/',
      ...['impression', 'viewable', 'engagement', 'conversion'].flatMap((kind) => [
        `/api/events/${kind}`,
        `/api/events/${kind}?t=${token}`,
      ]),
      '/api/click',
      `/api/click?t=${token}`,
      '/api/privacy/opt-out',
      '/api/health/ready',
      '/assets/blobs/',
      '/tag.js',
    ])
    const together = fc.array(requests, { minLength: 25, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(together, async (all) => {
        const bytes = all.map((text) => Buffer.from(text, 'latin1'))
        const answers = await Promise.all(bytes.map((one) => sendBytes(port, one, SILENCE_MS)))
        const failed = answers.map(({ status }, at) => ({ status, request: all[at] }))
        expect(failed.filter(({ status }) => (status ?? 0) >= 500)).toEqual([])
        await takeToken()
      }),
      { seed: 20_261_125, numRuns: RUNS },
    )
  }, 120_000)
})
