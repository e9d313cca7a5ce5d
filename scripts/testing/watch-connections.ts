import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

const CHANNEL = 'net.client.socket'

export interface ConnectionWatch {
  /** Hosts that were looked up or connected to since the start, besides the database's server. */
  listStrangers(): readonly string[]
  stop(): void
}

/** Notes where this process connects to, whichever client does it: fetch, http, pg or a library. */
export function watchConnections(databaseUrl: string): ConnectionWatch {
  const { hostname, port } = new URL(databaseUrl)
  const database = `${hostname}:${port || 5432}`
  const reached = new Set<string>()
  const onSocket = (message: unknown): void => {
    const { socket } = message as { socket: Socket }
    socket.on('lookup', (_error, _address, _family, host) => reached.add(host))
    socket.on('connectionAttempt', (address, to) => reached.add(`${address}:${to}`))
  }
  subscribe(CHANNEL, onSocket)
  return {
    listStrangers: () =>
      [...reached].filter((target) => target !== database && target !== hostname),
    stop: () => unsubscribe(CHANNEL, onSocket),
  }
}
