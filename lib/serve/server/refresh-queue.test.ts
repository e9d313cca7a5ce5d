import { describe, expect, it, vi } from 'vitest'
import { createRefreshQueue } from './refresh-queue'

function createGate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

describe('refresh queue', () => {
  it('runs once more for whatever came while it was running, however much', async () => {
    const queue = createRefreshQueue()
    const gate = createGate()
    const task = vi.fn(() => gate.opened)
    const first = queue.refresh('a', task)
    const later = Array.from({ length: 10 }, () => queue.refresh('a', task))
    expect(task).toHaveBeenCalledTimes(1)
    gate.open()
    await Promise.all([first, ...later])
    expect(task).toHaveBeenCalledTimes(2)
  })

  it('runs keys side by side', async () => {
    const queue = createRefreshQueue()
    const gate = createGate()
    const blocked = queue.refresh('a', () => gate.opened)
    await queue.refresh('b', async () => undefined)
    gate.open()
    await blocked
  })

  it('tries a failed one again by itself, and rejects nobody', async () => {
    vi.useFakeTimers()
    const queue = createRefreshQueue()
    const task = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(undefined)
    await queue.refresh('a', task)
    expect(task).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(task).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(task).toHaveBeenCalledTimes(2)
    vi.useRealTimers()
  })
})
