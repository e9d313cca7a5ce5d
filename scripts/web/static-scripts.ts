import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { TAG_SCRIPTS } from '@/scripts/tag/tag-scripts'

interface StaticScript {
  readonly plain: Buffer
  readonly zipped: Buffer
  readonly etag: string
}

/** The tag, the frame's script and the pixel, answered from memory; null for other addresses. */
export async function loadStaticScripts(
  publicFolder: string,
): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> {
  const scripts = new Map<string, StaticScript>()
  for (const name of TAG_SCRIPTS) {
    const plain = await readFile(path.join(publicFolder, `${name}.js`))
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    scripts.set(`/${name}.js`, { plain, zipped: gzipSync(plain, { level: 9 }), etag })
  }
  return (request, response) => {
    const url = request.url ?? ''
    const queryAt = url.indexOf('?')
    const script = scripts.get(queryAt < 0 ? url : url.slice(0, queryAt))
    if (!script || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    send(script, request, response)
    return true
  }
}

function send(script: StaticScript, request: IncomingMessage, response: ServerResponse): void {
  const isZipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const body = isZipped ? script.zipped : script.plain
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    // Short: a new tag is on every page within minutes, and asking again costs a 304.
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
    etag: script.etag,
  }
  if (request.headers['if-none-match']?.includes(script.etag)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, {
    ...headers,
    'content-length': body.byteLength,
    ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
