import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { watchParent } from './parent-watch.mjs'
import { projectNode, projectRoot } from './project.mjs'

const lockFile = path.join(projectRoot, 'package-lock.json')
const installedLockFile = path.join(projectRoot, 'node_modules/.package-lock.json')
const stampFile = path.join(projectRoot, 'node_modules/.intarsia-lock-hash')
const patienceMs = 2_000

/** Runs `npm ci` when node_modules is missing, unfinished or older than package-lock.json. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing packages (npm ci, a minute or two) …')
  const startedAt = Date.now()
  await runNpmCi()
  writeFileSync(stampFile, hashLockFile())
  console.log(`Installed packages in ${Math.round((Date.now() - startedAt) / 1000)} s`)
}

function isInstalled() {
  if (!existsSync(installedLockFile) || !existsSync(projectNode)) return false
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashLockFile()) return true
  return statSync(installedLockFile).mtimeMs >= statSync(lockFile).mtimeMs
}

function hashLockFile() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

/** npm is told by NODE_OPTIONS to end with us: a killed parent must not leave an install running. */
function runNpmCi() {
  const preload = pathToFileURL(path.join(import.meta.dirname, 'exit-with-parent.mjs')).href
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      NODE_ENV: 'development',
      INTARSIA_STARTER: String(process.pid),
      NODE_OPTIONS: [process.env.NODE_OPTIONS, `--import ${preload}`].filter(Boolean).join(' '),
    },
  })
  // npm finishes what it is at before it minds a signal, which may be most of the install.
  const stop = () => {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
  const unwatch = watchParent(stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      unwatch()
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop)
      if (code === 0) resolve()
      else reject(new Error('`npm ci` failed: its messages are above.'))
    })
  })
}
