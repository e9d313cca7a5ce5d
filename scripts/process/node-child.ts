import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectNode, projectRoot } from '@/scripts/bootstrap/project.mjs'
import { killIfAlive, listDescendants } from './process-info'
import { onProgramEnd } from './program'

const graceMs = 10_000
/** A tool has nothing to finish: a build or a test run that is stopped is thrown away. */
const toolPatienceMs = 2_000
const preload = pathToFileURL(path.join(projectRoot, 'scripts/bootstrap/exit-with-parent.mjs')).href

/** The variables a child gets on top of ours. */
export type ChildEnvironment = Record<string, string | undefined>
/** Where a child's output goes: to ours, to an open file, or to whoever reads its pipes. */
export type ChildOutput = 'inherit' | 'pipe' | number

/**
 * Starts a Node program that ends when this one ends. Its own session keeps Ctrl-C from it, so that
 * we decide the order of ending; the preload, inherited by its children, ends it when we are killed.
 */
export function startNode(
  args: string[],
  options: { environment?: ChildEnvironment; output?: ChildOutput; patienceMs?: number } = {},
): ChildProcess {
  const output = options.output ?? 'inherit'
  const child = spawn(projectNode, args, {
    cwd: projectRoot,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      ...options.environment,
      NODE_OPTIONS: addPreload(),
      INTARSIA_STARTER: String(process.pid),
    },
  })
  onProgramEnd(() => stopChild(child, options.patienceMs))
  return child
}

/** The file behind a command of node_modules/.bin, for running it with `startNode`. */
export function findTool(name: string): string {
  return realpathSync(path.join(projectRoot, 'node_modules/.bin', name))
}

/**
 * Asks the child to end, and kills it when it has not after a while. What it leaves behind is killed
 * too: a build's compiler, say, is too busy to notice that its parent is gone.
 */
export async function stopChild(child: ChildProcess, patienceMs = graceMs): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return
  const descendants = listDescendants(child.pid)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(timer)
  for (const descendant of descendants) killIfAlive(descendant)
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Runs a Node program to its end; collects what it writes. */
export async function runNode(
  args: string[],
  environment: ChildEnvironment = {},
): Promise<{ exitCode: number; output: string }> {
  const child = startNode(args, { environment, output: 'pipe', patienceMs: toolPatienceMs })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode: exitCode ?? 1, output }
}

function addPreload(): string {
  const inherited = process.env.NODE_OPTIONS ?? ''
  return inherited.includes(preload) ? inherited : `${inherited} --import=${preload}`.trim()
}
