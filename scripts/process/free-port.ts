import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** A port on which nobody else can listen until it is released, for whoever will listen there. */
export interface HeldPort {
  readonly port: number
  release(): Promise<void>
}

/** Whether this port can be listened on at this host now. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  const held = await holdPort(port, host)
  await held?.release()
  return held !== null
}

/** A port that the system chose as free. */
export async function findFreePort(host?: string): Promise<number> {
  const held = await holdPort(0, host)
  if (!held) throw new Error('The system has no free port.')
  await held.release()
  return held.port
}

/** Null when the port is taken. @throws Error when nobody could listen there. */
export function holdPort(port: number, host = '127.0.0.1'): Promise<HeldPort | null> {
  // Whoever asks here too early is turned away instead of left waiting.
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => resolve(describeHold(server, port)))
  })
}

/** The first free port from `first` on. */
export async function holdNextPort(first: number, host?: string): Promise<HeldPort> {
  for (let port = first; port < first + 100; port += 1) {
    const held = await holdPort(port, host)
    if (held) return held
  }
  throw new Error(`No free port between ${first} and ${first + 99}: set PORT to one that is free.`)
}

function describeHold(server: Server, wanted: number): HeldPort {
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : wanted,
    async release() {
      server.close()
      await once(server, 'close')
    },
  }
}
