import { describe, expect, it } from 'vitest'
import { findFreePort, holdNextPort, holdPort, isPortFree } from './free-port'

describe('a held port', () => {
  it('is taken for everybody else until it is released', async () => {
    const port = await findFreePort()
    const held = await holdPort(port)
    expect(await isPortFree(port)).toBe(false)
    expect(await holdPort(port)).toBeNull()
    await held?.release()
    expect(await isPortFree(port)).toBe(true)
  })

  it('is the next one where the first is taken, even for programs that start together', async () => {
    const first = await findFreePort()
    const held = await Promise.all([holdNextPort(first), holdNextPort(first), holdNextPort(first)])
    const ports = held.map(({ port }) => port)
    expect(new Set(ports).size).toBe(3)
    expect(Math.min(...ports)).toBeGreaterThanOrEqual(first)
    await Promise.all(held.map((one) => one.release()))
  })
})
