import type { IncomingMessage, ServerResponse } from 'node:http'
import { getBlobStore } from '@/lib/assets/server/get-blob-store'
import { createBlobServer } from '@/lib/assets/server/serve-blob'

const PREFIX = '/assets/blobs/'
/** All that a stored file's answer depends on. */
const READ_HEADERS = ['if-none-match', 'range', 'if-range'] as const

/** Answers the pictures of ads without Next; false for other addresses. */
export function createLightBlobs(): (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean {
  const serveBlob = createBlobServer(getBlobStore())
  return (incoming, outgoing) => {
    const [path = ''] = (incoming.url ?? '').split('?', 1)
    if (!path.startsWith(PREFIX)) return false
    const headers = READ_HEADERS.flatMap((name): [string, string][] => {
      const value = incoming.headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    })
    const request = new Request(`http://localhost${PREFIX}`, {
      method: incoming.method === 'HEAD' || incoming.method === 'GET' ? incoming.method : 'PUT',
      headers,
    })
    serveBlob(request, path.slice(PREFIX.length))
      .then((response) => send(response, outgoing))
      .catch(() => outgoing.writeHead(500).end())
    return true
  }
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(body.byteLength > 0 ? body : undefined)
}
