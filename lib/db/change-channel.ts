import { Client } from 'pg'
import { z } from 'zod'
import { logger } from '@/lib/http/logger'
import type { DatabaseSession } from './client'

const CHANNEL = 'intarsia_change'
const RECONNECT_AFTER_MS = 500

export const changeSchema = z.discriminatedUnion('kind', [
  /** A campaign was published, paused, resumed or ended. */
  z.object({ kind: z.literal('campaign'), campaignId: z.string() }),
  /** A placement was made, moved to another campaign or archived. */
  z.object({ kind: z.literal('placement'), placementId: z.string() }),
  z.object({ kind: z.literal('feed'), workspaceId: z.string(), feedId: z.string() }),
  z.object({ kind: z.literal('policy'), campaignId: z.string(), version: z.number() }),
  z.object({ kind: z.literal('profile'), workspaceId: z.string() }),
  z.object({ kind: z.literal('optOut'), visitorHash: z.string() }),
])
export type Change = z.infer<typeof changeSchema>

/** Tells every process of a change, when the surrounding transaction commits. */
export async function notifyChange(db: DatabaseSession, change: Change): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(change)})`
}

/**
 * Calls `onChange` for every change of any process and `onReconnect` after each (re)connection,
 * when notifications may have been missed and everything must be read again.
 */
export function listenForChanges(
  url: string,
  handlers: { onChange(change: Change): void; onReconnect(): void },
): { stop(): Promise<void> } {
  let stopped = false
  let client: Client | undefined

  const connect = async (): Promise<void> => {
    const current = new Client({ connectionString: url, keepAlive: true })
    client = current
    let isGone = false
    // pg emits several errors for one dropped backend: reconnect once for each client.
    const reconnect = (): void => {
      if (isGone) return
      isGone = true
      current.end().catch(() => undefined)
      if (!stopped) setTimeout(() => void connect(), RECONNECT_AFTER_MS).unref()
    }
    current.on('error', reconnect)
    current.on('end', reconnect)
    current.on('notification', ({ payload }) => {
      const change = changeSchema.safeParse(parseJson(payload))
      if (change.success) handlers.onChange(change.data)
      else logger.warn('unreadable change notification ignored')
    })
    try {
      await current.connect()
      await current.query(`LISTEN ${CHANNEL}`)
      handlers.onReconnect()
    } catch {
      reconnect()
    }
  }
  void connect()

  return {
    async stop() {
      stopped = true
      await client?.end().catch(() => undefined)
    },
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
