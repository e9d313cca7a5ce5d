import { Agent, request } from 'node:http'
import { isIP } from 'node:net'

export interface HttpAnswer {
  readonly status: number
  readonly location: string | null
  readonly outcome: string | null
  readonly body: string
}

const TIMEOUT_MS = 15_000

/** The simulator's way to the studio: loopback only, redirects are looked at and not followed. */
export class AdClient {
  readonly origin: URL
  private readonly agent: Agent

  constructor(url: string, connections: number) {
    this.origin = new URL(url)
    if (this.origin.protocol !== 'http:' || !isLoopback(this.origin.hostname)) {
      throw new Error(`Simulated traffic goes to this machine only, not to ${url}.`)
    }
    this.agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** `address` is an address of the studio, absolute or not; only its path and query are used. */
  send(
    method: 'GET' | 'POST',
    address: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer> {
    const { pathname, search } = new URL(address, this.origin)
    const { hostname, port } = this.origin
    const options = {
      ...{ agent: this.agent, method, headers, timeout: TIMEOUT_MS },
      ...{ host: hostname.replace(/^\[|\]$/g, ''), port, path: pathname + search },
    }
    return new Promise((resolve, reject) => {
      const outgoing = request(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const { location } = response.headers
          const outcome = response.headers['x-intarsia-outcome']
          resolve({
            status: response.statusCode ?? 0,
            location: location ?? null,
            outcome: typeof outcome === 'string' ? outcome : null,
            body: Buffer.concat(chunks).toString('utf8'),
          })
        })
      })
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')))
      outgoing.on('error', reject)
      outgoing.end()
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
