import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { projectNode, projectRoot } from '@/scripts/bootstrap/project.mjs'
import { isProcessAlive, killIfAlive, waitForExit } from './process-info'

// A program with a child that would live for ever, both as real processes: they have to be killed.
const program = `
  const { runProgram, onProgramEnd } = await import('@/scripts/process/program')
  const { startNode } = await import('@/scripts/process/node-child')
  runProgram(async () => {
    const child = startNode(['-e', 'setInterval(() => undefined, 1000)'])
    onProgramEnd(async () => console.log('cleaned up'))
    console.log(JSON.stringify({ ids: [process.pid, child.pid] }))
    return undefined
  })
`
const nodeArgs = listNodeArgs(program)
// Ends at once; the child is started in the midst of that.
const hastyProgram = `
  const { runProgram, onProgramEnd } = await import('@/scripts/process/program')
  const { startNode } = await import('@/scripts/process/node-child')
  runProgram(async () => {
    onProgramEnd(async () => {
      const child = startNode(['-e', 'setInterval(() => undefined, 1000)'])
      console.log(JSON.stringify({ ids: [process.pid, child.pid] }))
    })
    return 0
  })
`
const goneWithinMs = 15_000
let started: number[] = []

function listNodeArgs(source: string): string[] {
  return ['--import', 'tsx', '--input-type=module', '-e', source]
}

type Run = { process: ChildProcess; ids: number[]; read: () => string }

async function start(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  await once(child.stdout, 'data')
  const { ids } = JSON.parse(output) as { ids: number[] }
  started.push(...ids)
  return { process: child, ids, read: () => output }
}

async function areGone(ids: number[]): Promise<boolean> {
  const gone = await Promise.all(ids.map((id) => waitForExit(id, goneWithinMs)))
  return gone.every(Boolean)
}

afterEach(() => {
  started.forEach(killIfAlive)
  started = []
})

describe('runProgram', { timeout: 60_000 }, () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('ends its children and cleans up on %s', async (signal, exitCode) => {
    const run = await start(projectNode, nodeArgs)
    const exited = once(run.process, 'exit')
    run.process.kill(signal)
    expect(await exited).toEqual([exitCode, null])
    expect(await areGone(run.ids)).toBe(true)
    expect(run.read()).toContain('cleaned up')
  })

  it('ends a child, too, that was started while it was ending', async () => {
    const run = await start(projectNode, listNodeArgs(hastyProgram))
    const [exitCode] = await once(run.process, 'exit')
    expect(exitCode).toBe(0)
    expect(run.ids.filter(isProcessAlive)).toEqual([])
  })

  it('leaves no child behind when it is killed', async () => {
    const run = await start(projectNode, nodeArgs)
    run.process.kill('SIGKILL')
    expect(await areGone(run.ids)).toBe(true)
  })

  it('ends with npm, even behind a shell that outlives npm', async () => {
    // This process stands for npm: it starts a shell that waits for the program.
    const npm = `require('child_process').spawn('sh', ['-c', '"$0" "$@"; exit', process.execPath, ...${JSON.stringify(nodeArgs)}], { stdio: 'inherit' })`
    const run = await start(projectNode, ['-e', npm], { npm_lifecycle_event: 'demo' })
    run.process.kill('SIGKILL')
    expect(await areGone(run.ids)).toBe(true)
  })
})
