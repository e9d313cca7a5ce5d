import { describe, expect, it } from 'vitest'
import { runLanes } from './run-stages'
import type { Stage } from './stages'

const stage = (name: string, isPassed: boolean, passedCount = 0, failedCount = 0): Stage => ({
  name,
  run: () =>
    Promise.resolve({ isPassed, output: `words of ${name}`, counts: { passedCount, failedCount } }),
})

async function run(lanes: Stage[][]) {
  const lines: string[] = []
  const counts = await runLanes(lanes, (line) => lines.push(line))
  return { counts, text: lines.join('\n') }
}

describe('runLanes', () => {
  it('adds up the tests of all stages', async () => {
    const { counts, text } = await run([[stage('lint', true)], [stage('unit', true, 5)]])
    expect(counts).toEqual({ passedCount: 5, failedCount: 0 })
    expect(text).not.toContain('words of')
  })

  it('shows the output of a failure and starts nothing after it', async () => {
    const { counts, text } = await run([[stage('unit', false, 3, 2), stage('db', true, 9)]])
    expect(counts).toEqual({ passedCount: 3, failedCount: 2 })
    expect(text).toContain('words of unit')
    expect(text).not.toContain('db')
  })

  it('never reports zero failures when something without tests failed', async () => {
    const { counts } = await run([[stage('types', false)]])
    expect(counts.failedCount).toBe(1)
  })
})
