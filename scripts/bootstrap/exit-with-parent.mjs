import { isMainThread } from 'node:worker_threads'
import { watchParent } from './parent-watch.mjs'

const graceMs = 8_000

// Preloaded (`node --import`) into every Node process that the scripts start, and by NODE_OPTIONS
// into theirs, so that a whole tree goes away when its root was killed.
if (isMainThread) {
  watchParent(() => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref()
    process.kill(process.pid, 'SIGTERM')
  })
}
