import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { logger } from '@/lib/http/logger'
import { findLightRoute } from '@/lib/serve/server/find-light-route'

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Tokens and consent strings travel in addresses. */
const MAX_HEADER_BYTES = 32_768
const HEADERS_DEADLINE_MS = 10_000
/** Long enough for a folder of pictures over a slow line. */
const REQUEST_DEADLINE_MS = 300_000
/** Longer than load balancers keep theirs, so that we are never the first to hang up. */
const KEEP_ALIVE_MS = 65_000

/**
 * One server for everything: ad routes, scripts and pictures are answered right here, all else is
 * Next's (`null`: there is none, as in the serve-only process).
 */
export function createWebServer(answers: readonly Answer[], next: NextHandler | null): Server {
  const options = {
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_DEADLINE_MS,
    requestTimeout: REQUEST_DEADLINE_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    noDelay: true,
  }
  return createServer(options, (request, response) => {
    const route = findLightRoute(request.url ?? '/')
    if (route) {
      route.node(request, response)
      return
    }
    if (answers.some((answer) => answer(request, response))) return
    if (!next) {
      response.writeHead(404).end()
      return
    }
    // Only our own word counts: what the caller wrote there goes.
    request.headers['x-intarsia-address'] = request.socket.remoteAddress ?? ''
    next(request, response).catch((error: unknown) => {
      logger.error({ failure: error instanceof Error ? error.name : 'unknown' }, 'page failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
}
