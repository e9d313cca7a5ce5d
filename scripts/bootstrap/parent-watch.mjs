const pollIntervalMs = 300

/**
 * Calls `onDeath` once when the process that started this one is gone, however it ended (SIGKILL
 * included, which no signal handler sees, and SIGTERM to npm, which npm does not pass on): an
 * orphan's parent id changes. Returns a function that stops watching.
 */
export function watchParent(onDeath) {
  const parentId = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parentId) return
    clearInterval(timer)
    onDeath()
  }, pollIntervalMs)
  timer.unref()
  return () => clearInterval(timer)
}
