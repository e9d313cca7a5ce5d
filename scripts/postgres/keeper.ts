import { setTimeout as sleep } from 'node:timers/promises'
import { acquireLease, releaseLease } from './server-lease'
import type { ServerLease } from './server-lease'

// The process between a program and its Postgres: it starts the server, says where it is on stdout,
// holds a share in it, and gives that up when its stdin ends, which the system sees to however the
// program ended. Arguments: the server's home folder, and `--revive` to start a server again that
// went down by itself.
const [home, revive] = process.argv.slice(2)
if (!home) throw new Error('usage: keeper <home folder> [--revive]')

const retryMs = 500
let leaving = false
let revival: Promise<void> = Promise.resolve()

const left = new Promise<void>((resolve) => {
  process.stdin.once('end', resolve).once('close', resolve).resume()
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.stdout.on('error', () => undefined)

const first = await acquireLease(home, { keepPort: false }).catch(refuse)
let lease = first
if (revive === '--revive') reviveAfter(first)
tell({ port: first.record.port, password: first.record.password })

await left
leaving = true
await revival
await releaseLease(lease)
process.exit(0)

function tell(message: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

function refuse(error: unknown): never {
  tell({ error: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}

/** Programs know the server by its port, so it must come back on the same one. */
function reviveAfter(held: ServerLease): void {
  held.client.once('end', () => {
    if (!leaving) revival = acquireAgain()
  })
}

async function acquireAgain(): Promise<void> {
  while (!leaving) {
    const next = await acquireLease(String(home), { keepPort: true }).catch(() => null)
    if (next) {
      lease = next
      reviveAfter(next)
      return
    }
    await sleep(retryMs)
  }
}
