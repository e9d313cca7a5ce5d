import { LRUCache } from 'lru-cache'
import { parseBlobFile, STORED_FORMATS, type StoredFormat } from '@/lib/assets/blob-url'
import { readByteRange } from '@/lib/assets/byte-range'
import type { BlobStore } from './blob-store'
import { detectImageType } from './detect-image-type'
import { detectVideoType } from './detect-video-type'

interface ServedBlob {
  readonly format: StoredFormat
  readonly sizeBytes: number
  /** Null for what is too large to be kept at hand. */
  readonly bytes: Buffer | null
}

const CACHE_BYTES = 64_000_000
const CACHED_BLOB_MAX_BYTES = 1_000_000
const HEAD_BYTES = 512

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  // Ads show these pictures on other people's pages.
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
}

/**
 * Answers `GET /assets/blobs/<sha256>.<format>`, without the database. The content type is that of
 * the stored bytes; a name that says another one is not found. Parts are answered (RFC 9110, 14):
 * Safari plays no video without.
 */
export function createBlobServer(
  store: BlobStore,
): (request: Request, file: string) => Promise<Response> {
  const load = createLoader(store)
  return async (request, file) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
    }
    const parts = parseBlobFile(file)
    const blob = parts && (await load(parts.sha256))
    if (!parts || blob?.format !== parts.format) return answerMissing()
    const etag = `"${parts.sha256}"`
    const headers = {
      ...SAFE_HEADERS,
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      etag,
    }
    if (request.headers.get('if-none-match')?.includes(etag)) {
      return new Response(null, { status: 304, headers })
    }
    const { sizeBytes } = blob
    const asked = readByteRange(findRange(request, etag), sizeBytes)
    if (asked.kind === 'unsatisfiable') {
      const unsatisfied = { ...headers, 'content-range': `bytes */${sizeBytes}` }
      return new Response(null, { status: 416, headers: unsatisfied })
    }
    const range = asked.kind === 'part' ? asked.range : { firstByte: 0, lastByte: sizeBytes - 1 }
    const { firstByte, lastByte } = range
    const isBodyWanted = request.method === 'GET'
    const bytes = !isBodyWanted
      ? null
      : (blob.bytes?.subarray(firstByte, lastByte + 1) ??
        (await store.readPart(parts.sha256, firstByte, lastByte)))
    if (isBodyWanted && !bytes) return answerMissing()
    return new Response(bytes && new Uint8Array(bytes), {
      status: asked.kind === 'part' ? 206 : 200,
      headers: {
        ...headers,
        'content-type': STORED_FORMATS[blob.format],
        'content-length': String(lastByte - firstByte + 1),
        ...(asked.kind === 'part' && {
          'content-range': `bytes ${firstByte}-${lastByte}/${sizeBytes}`,
        }),
      },
    })
  }
}

/** Only a GET has ranges, and only of the very file that `If-Range` names. */
function findRange(request: Request, etag: string): string | null {
  const condition = request.headers.get('if-range')
  if (request.method !== 'GET' || (condition !== null && condition !== etag)) return null
  return request.headers.get('range')
}

function createLoader(store: BlobStore): (sha256: string) => Promise<ServedBlob | null> {
  const cache = new LRUCache<string, ServedBlob>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (blob) => (blob.bytes?.byteLength ?? 0) + 200,
  })
  return async (sha256) => {
    const cached = cache.get(sha256)
    if (cached) return cached
    const sizeBytes = await store.size(sha256)
    if (sizeBytes === null || sizeBytes === 0) return null
    const isSmall = sizeBytes <= CACHED_BLOB_MAX_BYTES
    const bytes = isSmall
      ? await store.read(sha256)
      : await store.readPart(sha256, 0, HEAD_BYTES - 1)
    const format = bytes && findFormat(bytes)
    if (!format) return null
    const blob = { format, sizeBytes, bytes: isSmall ? bytes : null }
    cache.set(sha256, blob)
    return blob
  }
}

function findFormat(bytes: Buffer): StoredFormat | null {
  const video = detectVideoType(bytes)
  if (video.kind === 'ok') return video.type
  const picture = detectImageType(bytes)
  return picture.kind === 'ok' && picture.type !== 'gif' ? picture.type : null
}

function answerMissing(): Response {
  return new Response('Not found', {
    status: 404,
    headers: { ...SAFE_HEADERS, 'content-type': 'text/plain', 'cache-control': 'no-store' },
  })
}
