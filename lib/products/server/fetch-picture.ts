import got, { CacheError, MaxRedirectsError, ReadError, RequestError, TimeoutError } from 'got'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { IMAGE_LIMITS } from '@/lib/assets/server/inspect-image'

export type FetchedPicture =
  | { readonly kind: 'ok'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly reason: string }

export interface FetchSettings {
  /** Addresses and networks that may be asked although they are not public: `10.2.0.0/16`. */
  readonly allowAddresses?: readonly string[]
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 15_000
const MAX_REDIRECTS = 3

/**
 * The file at an address that a feed names. The address is a stranger's: only public ones are
 * asked, wherever names and redirects lead, for so long and so many bytes and no more. Whether it
 * is a picture is for `makeMaster` to say. Never throws.
 */
export async function fetchPicture(
  url: string,
  { allowAddresses = [], timeoutMs = TIMEOUT_MS }: FetchSettings = {},
): Promise<FetchedPicture> {
  const filter = { allowIPAddressList: [...allowAddresses] }
  const abort = new AbortController()
  let isTooLarge = false
  try {
    const request = got(url, {
      agent: {
        http: new RequestFilteringHttpAgent(filter),
        https: new RequestFilteringHttpsAgent(filter),
      },
      headers: {
        accept: 'image/*',
        'accept-encoding': 'identity',
        'user-agent': 'Intarsia (product pictures for ads)',
      },
      // What is counted is what arrives: a small file must not become a large one in memory.
      decompress: false,
      timeout: { request: timeoutMs },
      maxRedirects: MAX_REDIRECTS,
      retry: { limit: 0 },
      throwHttpErrors: false,
      responseType: 'buffer',
      signal: abort.signal,
    })
    void request.on('downloadProgress', ({ transferred, total }) => {
      if (Math.max(transferred, total ?? 0) <= IMAGE_LIMITS.fileSizeBytes) return
      isTooLarge = true
      abort.abort()
    })
    const { statusCode, body } = await request
    if (statusCode !== 200) return fail(`The shop answered with status ${statusCode}.`)
    return { kind: 'ok', bytes: Buffer.from(body) }
  } catch (error) {
    return fail(
      isTooLarge
        ? `The file is larger than ${IMAGE_LIMITS.fileSizeBytes / 1e6} MB.`
        : describe(error, timeoutMs),
    )
  }
}

function fail(reason: string): FetchedPicture {
  return { kind: 'failed', reason }
}

/** Without the words of the network: they may tell of what is inside of ours. */
function describe(error: unknown, timeoutMs: number): string {
  if (error instanceof TimeoutError) return `The shop did not answer within ${timeoutMs / 1000} s.`
  if (error instanceof MaxRedirectsError) return 'The address leads from one to the next.'
  if (error instanceof ReadError || error instanceof CacheError) return 'The answer broke off.'
  if (error instanceof RequestError && /not allowed/i.test(error.message)) {
    return 'The address is not a public one.'
  }
  return 'The shop could not be reached at this address.'
}
