import { DetailedError, Upload } from 'tus-js-client'

/** Large enough to be quick, small enough that little is sent twice after a cut. */
const CHUNK_BYTES = 5_000_000
const RETRY_DELAYS_MS = [500, 2_000, 5_000]
const PROTOCOL_REFUSALS = new Set([404, 410, 413])

export type SendResult = { kind: 'sent' } | { kind: 'cut' } | { kind: 'refused'; message: string }

export interface Sending {
  readonly result: Promise<SendResult>
  stop(): void
}

/**
 * Sends a file by the tus protocol, from where it left off: first it asks how much has arrived.
 * `cut` when the connection does not come back within the retries.
 */
export function sendFile(
  fileId: string,
  file: File,
  onProgress: (sentBytes: number) => void,
): Sending {
  let stop = () => {}
  const result = new Promise<SendResult>((resolve) => {
    const upload = new Upload(file, {
      uploadUrl: `/api/v1/uploads/${fileId}`,
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      storeFingerprintForResuming: false,
      onProgress,
      onSuccess: () => resolve({ kind: 'sent' }),
      onError: (error) => resolve(describe(error)),
    })
    stop = () => {
      void upload.abort()
      resolve({ kind: 'cut' })
    }
    upload.start()
  })
  return { result, stop: () => stop() }
}

function describe(error: Error): SendResult {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0
  if (!PROTOCOL_REFUSALS.has(status) && status !== 401 && status !== 403) return { kind: 'cut' }
  if (status === 401) return { kind: 'refused', message: 'You are signed out. Sign in again.' }
  return { kind: 'refused', message: 'The server no longer takes this file. Add it again.' }
}
