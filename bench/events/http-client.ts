import { once } from 'node:events'
import { connect } from 'node:net'

const ACKNOWLEDGED = 'HTTP/1.1 204 '
const END_OF_HEAD = '\r\n\r\n'

/**
 * One keep-alive connection that sends requests from `next` one after the other, each when the one
 * before was answered 204, and tells how long each took. Bytes made beforehand and no parser: the
 * load shares the machine with what it measures, and autocannon, which builds a request anew for
 * each event, takes two and a half times as much of it.
 * @throws Error on any other answer.
 */
export async function sendInTurn(
  { hostname, port }: URL,
  next: () => Buffer | undefined,
  onAnswer: (durationMs: number) => void,
): Promise<void> {
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true).setEncoding('latin1')
  const ended = once(socket, 'close')
  let sentAtMs = 0
  let answer = ''
  const send = (): void => {
    const request = next()
    sentAtMs = performance.now()
    if (request) socket.write(request)
    else socket.end()
  }
  socket.on('connect', send)
  socket.on('data', (text: string) => {
    answer += text
    if (!answer.endsWith(END_OF_HEAD)) return
    if (!answer.startsWith(ACKNOWLEDGED)) {
      socket.destroy(new Error(`an event was not acknowledged: ${answer.slice(0, 80)}`))
      return
    }
    answer = ''
    onAnswer(performance.now() - sentAtMs)
    send()
  })
  await ended
}
