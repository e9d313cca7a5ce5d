import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { watchConnections } from './watch-connections'

describe('watchConnections', () => {
  it('sees what fetch connects to, and passes over the database', async () => {
    const server = createServer((_request, response) => response.end('there'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const target = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const watch = watchConnections('postgresql://a@127.0.0.1:5432/b')
    const other = watchConnections(`postgresql://a@${target}/b`)
    await fetch(`http://${target}/`)
    watch.stop()
    other.stop()
    expect(watch.listStrangers()).toEqual([target])
    expect(other.listStrangers()).toEqual([])
    server.closeAllConnections()
    server.close()
  })
})
