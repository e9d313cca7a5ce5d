import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchPicture } from './fetch-picture'

let server: Server
let base: string
let requests: string[] = []
/** A hundred times as large once it is unpacked. */
const PACKED = gzipSync(Buffer.alloc(20_000_000))
const HERE = { allowAddresses: ['127.0.0.1'] }

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '')
    switch (request.url) {
      case '/picture':
        return response.end('bytes')
      case '/moved':
        return response.writeHead(302, { location: '/picture' }).end()
      case '/inside':
        return response.writeHead(302, { location: 'http://169.254.169.254/secret' }).end()
      case '/file':
        return response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      case '/round':
        return response.writeHead(302, { location: '/round' }).end()
      case '/announced':
        return response.writeHead(200, { 'content-length': 10_000_001 }).write('a')
      case '/endless': {
        const chunk = Buffer.alloc(1_000_000)
        const write = (): void => {
          if (!response.destroyed) response.write(chunk, () => setImmediate(write))
        }
        return write()
      }
      case '/packed':
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(PACKED)
      case '/silent':
        return undefined
      default:
        return response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('fetchPicture', () => {
  it('fetches, also where the address leads on', async () => {
    const bytes = Buffer.from('bytes')
    expect(await fetchPicture(`${base}/picture`, HERE)).toEqual({ kind: 'ok', bytes })
    expect(await fetchPicture(`${base}/moved`, HERE)).toEqual({ kind: 'ok', bytes })
  })

  it('unpacks nothing', async () => {
    expect(await fetchPicture(`${base}/packed`, HERE)).toEqual({ kind: 'ok', bytes: PACKED })
  })

  it.each([
    ['/missing', 'status 404'],
    ['/round', 'leads from one to the next'],
    ['/announced', 'larger than 10 MB'],
    ['/endless', 'larger than 10 MB'],
    ['/silent', 'did not answer within 0.5 s'],
    ['/inside', 'not a public one'],
    ['/file', 'could not be reached'],
  ])('says what is wrong with %s', async (path, reason) => {
    const fetched = await fetchPicture(base + path, {
      ...HERE,
      timeoutMs: path === '/silent' ? 500 : 9_000,
    })
    expect(fetched).toEqual({ kind: 'failed', reason: expect.stringContaining(reason) as string })
  })

  it.each([
    'http://127.0.0.1:PORT/picture',
    'http://localhost:PORT/picture',
    'http://[::1]:PORT/picture',
    'http://[::ffff:127.0.0.1]:PORT/picture',
    'http://0x7f000001:PORT/picture',
    'http://2130706433:PORT/picture',
    'http://0.0.0.0:PORT/picture',
    'http://10.0.0.1/',
    'http://192.168.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
  ])('asks nothing that is not public: %s', async (url) => {
    requests = []
    const { port } = server.address() as AddressInfo
    const fetched = await fetchPicture(url.replace('PORT', String(port)), { timeoutMs: 3_000 })
    expect(fetched).toEqual({ kind: 'failed', reason: 'The address is not a public one.' })
    expect(requests).toEqual([])
  })
})
