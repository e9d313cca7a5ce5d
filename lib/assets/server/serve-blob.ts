import { LRUCache } from 'lru-cache'
import { parseBlobFile, STORED_FORMATS, type StoredFormat } from '@/lib/assets/blob-url'
import type { BlobStore } from './blob-store'
import { detectImageType } from './detect-image-type'

interface ServedBlob {
  readonly format: StoredFormat
  readonly bytes: Buffer
}

const CACHE_BYTES = 64_000_000
const CACHED_BLOB_MAX_BYTES = 1_000_000

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  // Ads show these pictures on other people's pages.
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
}

/**
 * Answers `GET /assets/blobs/<sha256>.<format>`, without the database. The content type is that of
 * the stored bytes; a name that says another one is not found.
 */
export function createBlobServer(
  store: BlobStore,
): (request: Request, file: string) => Promise<Response> {
  const cache = new LRUCache<string, ServedBlob>({
    maxSize: CACHE_BYTES,
    maxEntrySize: CACHED_BLOB_MAX_BYTES,
    sizeCalculation: (blob) => blob.bytes.byteLength + 200,
  })
  const load = async (sha256: string): Promise<ServedBlob | null> => {
    const cached = cache.get(sha256)
    if (cached) return cached
    const bytes = await store.read(sha256)
    const detected = bytes && detectImageType(bytes)
    if (!bytes || detected?.kind !== 'ok' || detected.type === 'gif') return null
    const blob = { format: detected.type, bytes }
    cache.set(sha256, blob)
    return blob
  }

  return async (request, file) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
    }
    const parts = parseBlobFile(file)
    const blob = parts && (await load(parts.sha256))
    if (!parts || blob?.format !== parts.format) {
      return new Response('Not found', {
        status: 404,
        headers: { ...SAFE_HEADERS, 'content-type': 'text/plain', 'cache-control': 'no-store' },
      })
    }
    const etag = `"${parts.sha256}"`
    const headers = {
      ...SAFE_HEADERS,
      'cache-control': 'public, max-age=31536000, immutable',
      etag,
    }
    if (request.headers.get('if-none-match')?.includes(etag)) {
      return new Response(null, { status: 304, headers })
    }
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(blob.bytes), {
      headers: {
        ...headers,
        'content-type': STORED_FORMATS[blob.format],
        'content-length': String(blob.bytes.byteLength),
      },
    })
  }
}
