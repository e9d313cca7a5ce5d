import { connect } from 'node:net'

export interface RawAnswer {
  /** Null when the server hung up, or kept silent, without a word of HTTP. */
  readonly status: number | null
  readonly head: string
  readonly body: string
}

const SILENCE_MS = 3_000

/** Sends bytes as they are and reads one answer; latin1 throughout. */
export function sendBytes(
  port: number,
  bytes: string | Uint8Array,
  silenceMs = SILENCE_MS,
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1')
    const finish = (): void => {
      socket.destroy()
      resolve(parseAnswer(received))
    }
    socket.setEncoding('latin1').setTimeout(silenceMs, finish)
    socket.on('data', (text: string) => {
      received += text
      if (isComplete(parseAnswer(received))) finish()
    })
    socket.on('close', finish).on('error', () => undefined)
    socket.write(bytes)
  })
}

/** A request as text, after which the server hangs up, with the length of its body. */
export function writeRequest(
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): string {
  const all = {
    host: '127.0.0.1',
    connection: 'close',
    ...(body && { 'content-length': body.length }),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`${line} HTTP/1.1`, ...lines, '', body].join('\r\n')
}

function parseAnswer(received: string): RawAnswer {
  const end = received.indexOf('\r\n\r\n')
  const head = end < 0 ? received : received.slice(0, end)
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]
  return {
    status: status ? Number(status) : null,
    head,
    body: end < 0 ? '' : received.slice(end + 4),
  }
}

function isComplete({ status, head, body }: RawAnswer): boolean {
  if (status === null || status < 200) return false
  if (status === 204 || status === 304) return true
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  return length !== undefined && body.length >= Number(length)
}
