import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'
import { watchParent } from './parent-watch.mjs'
import { projectNode, projectRoot } from './project.mjs'

/**
 * Starts a TypeScript program of scripts/ from a checkout in any state: installs what is missing,
 * then runs it on the project's own Node, in this process if that is the Node we are on already.
 * `program` is a path inside scripts/; it runs on import.
 */
export async function startProgram(program) {
  try {
    process.chdir(projectRoot)
    await ensureInstalled()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
  process.env.PATH = `${path.join(projectRoot, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`
  if (realpathSync(process.execPath) !== realpathSync(projectNode)) return runOnProjectNode()
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(path.join(projectRoot, 'scripts', program)).href)
}

/** Runs the same command line again on the project's Node and ends the way that process ends. */
function runOnProjectNode() {
  const child = spawn(projectNode, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // Ctrl-C reaches the child by itself, through the terminal: we only have to outlive it.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  })
  watchParent(() => child.kill('SIGTERM'))
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
