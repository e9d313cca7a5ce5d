import { describe, expect, it, vi } from 'vitest'
import type { Cell, RememberingPolicy, SlotCandidates } from '@/lib/decision/policy'
import type { PolicyTable } from '@/lib/decision/policy-table'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { CompilePace } from './compile-pace'
import { LivePolicy } from './live-policy'

const settings = { explorationFloor: 0.1, constraints: [] }
const candidates = [{ slot: 'headline', assetIds: ['h1', 'h2'], weights: [1, 1] }]
const cellOf = (device: number): Cell => ({ device: `d${device}` })

/** A clock that moves only by compiling, and a policy that takes its time. */
function createWorld() {
  let nowMs = 1_000
  const compiled: string[] = []
  const createPolicy = (version: number, compileMs: number): RememberingPolicy => {
    const inner = createUniformPolicy(settings)
    const tables = new Map<string, PolicyTable | null>()
    const findTable = (cell: Cell) => tables.get(JSON.stringify(cell))
    return {
      version,
      findTable,
      tableOf(cell: Cell, of: readonly SlotCandidates[]) {
        const known = findTable(cell)
        if (known !== undefined) return known
        compiled.push(`${version} ${cell['device']}`)
        nowMs += compileMs
        const table = inner.tableOf(cell, of)
        tables.set(JSON.stringify(cell), table)
        return table
      },
    }
  }
  const live = new LivePolicy(settings, undefined, new CompilePace(() => nowMs))
  const ask = (device: number) => live.answer(cellOf(device), candidates).version
  return { live, ask, compiled, createPolicy, pass: (ms: number) => (nowMs += ms) }
}

describe('LivePolicy', () => {
  it('is version 0 until one is learnt', () => {
    const { live, ask } = createWorld()
    expect(live.version).toBe(0)
    expect(ask(1)).toBe(0)
    expect(live.answer(cellOf(1), candidates).table?.probabilities.length).toBe(2)
  })

  it('compiles what was asked lately before the new version takes over', async () => {
    const { live, ask, compiled, createPolicy } = createWorld()
    for (let call = 0; call < 64; call++) ask(call % 2)
    await live.replace(createPolicy(1, 0))
    expect(live.version).toBe(1)
    expect(compiled).toEqual(['1 d0'])
    expect(ask(0)).toBe(1)
  })

  it('compiles an unknown cell at once, but not one after the other', async () => {
    const { live, ask, compiled, createPolicy, pass } = createWorld()
    await live.replace(createPolicy(1, 10))
    expect(ask(1)).toBe(1)
    // Now it rests for 40 ms: version 0 stands in.
    expect(ask(2)).toBe(0)
    expect(ask(1)).toBe(1)
    expect(compiled).toEqual(['1 d1'])
    pass(39)
    expect(ask(2)).toBe(0)
    pass(1)
    expect(ask(2)).toBe(1)
    expect(compiled).toEqual(['1 d1', '1 d2'])
  })

  it('lets the version before stand in where it remembers the cell', async () => {
    const { live, ask, createPolicy, pass } = createWorld()
    // The first call is one of those that a warm-up repeats.
    ask(9)
    await live.replace(createPolicy(1, 1))
    pass(100)
    expect(ask(1)).toBe(1)
    pass(100)
    await live.replace(createPolicy(2, 50))
    pass(200)
    expect(ask(9)).toBe(2)
    expect(ask(5)).toBe(2)
    expect(ask(1)).toBe(1)
    expect(ask(6)).toBe(0)
    expect(live.version).toBe(2)
  })

  it('compiles in the background, each cell once, what had to wait', async () => {
    const { live, ask, compiled, createPolicy, pass } = createWorld()
    await live.replace(createPolicy(1, 5))
    for (const device of [1, 2, 2, 3, 3, 2]) ask(device)
    expect(compiled).toEqual(['1 d1'])
    await vi.waitFor(() => {
      pass(20)
      expect(compiled).toEqual(['1 d1', '1 d2', '1 d3'])
    })
    expect([1, 2, 3].map(ask)).toEqual([1, 1, 1])
  })

  it('goes on when a version can not be compiled, and rests all the same', async () => {
    const { live, ask, createPolicy, pass } = createWorld()
    for (let call = 0; call < 8; call++) ask(1)
    const broken = {
      ...createPolicy(3, 0),
      tableOf: () => {
        pass(10)
        throw new Error('broken')
      },
    }
    await live.replace(broken)
    pass(1_000)
    expect(() => ask(2)).toThrow('broken')
    expect(ask(2)).toBe(0)
  })
})
