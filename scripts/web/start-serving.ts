import { once } from 'node:events'
import type { Server } from 'node:http'
import path from 'node:path'
import { getDatabase } from '@/lib/db/client'
import { getPool } from '@/lib/db/pool'
import { getEnv } from '@/lib/env'
import { getEventWriter } from '@/lib/events/server/event-writer'
import { logger } from '@/lib/http/logger'
import { getLiveMemory, stopLiveMemory } from '@/lib/serve/server/live-memory'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { onProgramEnd } from '@/scripts/process/program'
import { createWebServer, type NextHandler } from './create-web-server'
import { createLightBlobs } from './light-blobs'
import { loadStaticScripts } from './static-scripts'
import { stopServer } from './stop-server'

/** Fills the memory that ads are served from; what it opens is closed when the program ends. */
export function openServing(): void {
  onProgramEnd(async () => {
    await Promise.allSettled([getPool().end(), getDatabase().$disconnect()])
  })
  getLiveMemory()
  onProgramEnd(stopLiveMemory)
  // Events that were taken are committed before the connections close.
  onProgramEnd(() => getEventWriter().drain())
  // A rejected promise nobody waited for must not take every ad down with it.
  process.on('unhandledRejection', (error) => {
    logger.error({ err: error instanceof Error ? error.stack : 'not an Error' }, 'unhandled')
  })
}

/** Listens on HOST and PORT and says so. `next` is null in a process that only serves ads. */
export async function listen(next: NextHandler | null): Promise<Server> {
  const { HOST, PORT, PUBLIC_URL } = getEnv()
  const answerScript = await loadStaticScripts(path.join(projectRoot, 'public'))
  const server = createWebServer([answerScript, createLightBlobs()], next)
  server.listen(PORT, HOST)
  await once(server, 'listening')
  onProgramEnd(() => stopServer(server))
  console.log(`ready ${PUBLIC_URL}`)
  return server
}
