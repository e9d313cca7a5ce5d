import type { Server } from 'node:http'

const GRACE_MS = 5_000

/** Takes no new request, lets those under way end, and hangs up on what is left after a while. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
