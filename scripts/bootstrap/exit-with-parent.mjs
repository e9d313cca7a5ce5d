import { isMainThread } from 'node:worker_threads'
import { isAlive, watchParent } from './parent-watch.mjs'

const graceMs = 8_000

// Preloaded (by NODE_OPTIONS) into every Node process that the scripts start, and so into theirs,
// so that a whole tree goes away when its root was killed. Each process tells the next who started
// it: one whose starter was killed in the meantime would take its adoptive parent for its own.
if (isMainThread) {
  const starterId = Number(process.env.INTARSIA_STARTER || process.ppid)
  process.env.INTARSIA_STARTER = String(process.pid)
  if (!isAlive(starterId)) process.exit(1)
  watchParent(() => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref()
    process.kill(process.pid, 'SIGTERM')
  }, starterId)
}
