import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress } from './client-address'
import { parseQuery } from './parse-query'
import { ProblemError } from './problem'
import { readBody } from './read-body'

/** A request as an ad route sees it: nothing is parsed before it is asked for. */
export interface AdRequest {
  readonly method: string
  /** Without the query, as it came: not decoded. */
  readonly path: string
  readonly address: string
  /** The first value of a parameter, decoded. */
  query(name: string): string | null
  /** `name` in lower case. */
  header(name: string): string | null
  /** At most `limitBytes`; throws `too_large` beyond. */
  body(limitBytes: number): Promise<Buffer>
}

export interface AdResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Promises that a text body is ASCII, so it need not be encoded. */
  readonly isAscii?: boolean
}

abstract class Exchange {
  readonly path: string
  private readonly queryText: string
  private parameters: ReadonlyMap<string, string> | undefined

  constructor(
    readonly method: string,
    url: string,
  ) {
    const queryAt = url.indexOf('?')
    this.path = queryAt < 0 ? url : url.slice(0, queryAt)
    this.queryText = queryAt < 0 ? '' : url.slice(queryAt + 1)
  }

  query(name: string): string | null {
    this.parameters ??= parseQuery(this.queryText)
    return this.parameters.get(name) ?? null
  }
}

class NodeExchange extends Exchange implements AdRequest {
  constructor(private readonly incoming: IncomingMessage) {
    super(incoming.method ?? 'GET', incoming.url ?? '/')
  }

  get address(): string {
    const { headers, socket } = this.incoming
    return clientAddress({ ...headers, 'x-intarsia-address': socket.remoteAddress ?? '' })
  }

  header(name: string): string | null {
    const value = this.incoming.headers[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  }

  async body(limitBytes: number): Promise<Buffer> {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of this.incoming as AsyncIterable<Buffer>) {
      size += chunk.byteLength
      if (size > limitBytes) {
        throw new ProblemError('too_large', `The body may have at most ${limitBytes} bytes.`)
      }
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
}

class FetchExchange extends Exchange implements AdRequest {
  constructor(private readonly request: Request) {
    const { url } = request
    super(request.method, url.slice(url.indexOf('/', url.indexOf('//') + 2)))
  }

  get address(): string {
    return clientAddress(this.request.headers)
  }

  header(name: string): string | null {
    return this.request.headers.get(name)
  }

  body(limitBytes: number): Promise<Buffer> {
    return readBody(this.request, limitBytes)
  }
}

export function fromNodeRequest(incoming: IncomingMessage): AdRequest {
  return new NodeExchange(incoming)
}

export function fromFetchRequest(request: Request): AdRequest {
  return new FetchExchange(request)
}

export function toFetchResponse({ status, headers, body }: AdResponse, method: string): Response {
  const content = typeof body === 'string' || body === undefined ? body : new Uint8Array(body)
  return new Response(method === 'HEAD' ? null : (content ?? null), { status, headers })
}

const NO_BODY = new Set([204, 304])

export function writeNodeResponse(
  outgoing: ServerResponse,
  { status, headers, body = '', isAscii = false }: AdResponse,
  method: string,
): void {
  if (outgoing.headersSent || outgoing.destroyed) return
  if (NO_BODY.has(status)) {
    outgoing.writeHead(status, headers).end()
    return
  }
  // One object and a known length: Node neither merges headers nor chunks the body.
  const length = isAscii ? body.length : Buffer.byteLength(body)
  outgoing.writeHead(status, { ...headers, 'content-length': length })
  outgoing.end(method === 'HEAD' ? '' : body, isAscii ? 'latin1' : 'utf8')
}
