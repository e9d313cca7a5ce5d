import { createServer } from 'node:net'

/** Whether this port can be listened on at this host now. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return listenOnce(port, host).then(
    () => true,
    () => false,
  )
}

/** A port that the system chose as free. */
export function findFreePort(host = '127.0.0.1'): Promise<number> {
  return listenOnce(0, host)
}

/** The first free port from `first` on. */
export async function findNextFreePort(first: number, host = '127.0.0.1'): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if (await isPortFree(port, host)) return port
  }
  throw new Error(`No free port between ${first} and ${first + 99}: set PORT to one that is free.`)
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
  })
}
