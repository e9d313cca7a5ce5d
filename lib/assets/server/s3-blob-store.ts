import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { Env } from '@/lib/env'
import { type BlobStore, checkBlobKey } from './blob-store'
import { hashBytes } from './hash-bytes'

export interface S3Settings {
  readonly bucket: string
  readonly region: string
  readonly endpoint?: string
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

/** Null when the environment says that assets are kept in a local folder. */
export function readS3Settings(env: Env): S3Settings | null {
  const { STORAGE_DRIVER, STORAGE_S3_BUCKET: bucket, STORAGE_S3_ENDPOINT: endpoint } = env
  if (STORAGE_DRIVER !== 's3' || !bucket) return null
  const accessKeyId = env.STORAGE_S3_ACCESS_KEY_ID
  const secretAccessKey = env.STORAGE_S3_SECRET_ACCESS_KEY
  return {
    bucket,
    region: env.STORAGE_S3_REGION,
    ...(endpoint && { endpoint }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  }
}

/** AWS's newer checksums, sent in trailers, are not known to every other store. */
const OLDER_CHECKSUMS = {
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
} as const

/** How the client speaks to the store: other stores than AWS rarely have a domain for each bucket. */
export function toClientConfig({ region, endpoint, credentials }: S3Settings) {
  return {
    region,
    ...(endpoint && { endpoint, forcePathStyle: true, ...OLDER_CHECKSUMS }),
    ...(credentials && { credentials: { ...credentials } }),
  }
}

/** A blob store in an S3-compatible bucket, under the same keys as in a local folder. */
export function createS3BlobStore(
  settings: S3Settings,
  client = new S3Client(toClientConfig(settings)),
): BlobStore {
  const Bucket = settings.bucket
  const keyOf = (sha256: string): string => {
    checkBlobKey(sha256)
    return `blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  }
  const size = async (sha256: string): Promise<number | null> => {
    const command = new HeadObjectCommand({ Bucket, Key: keyOf(sha256) })
    return (await client.send(command).catch(nullWhenMissing))?.ContentLength ?? null
  }
  const has = async (sha256: string): Promise<boolean> => (await size(sha256)) !== null
  const get = async (sha256: string, Range?: string): Promise<Buffer | null> => {
    const command = new GetObjectCommand({ Bucket, Key: keyOf(sha256), Range })
    const answer = await client.send(command).catch(nullWhenMissing)
    const bytes = await answer?.Body?.transformToByteArray()
    return bytes ? Buffer.from(bytes) : null
  }
  return {
    has,
    size,
    read: (sha256) => get(sha256),
    readPart: (sha256, firstByte, lastByte) => get(sha256, `bytes=${firstByte}-${lastByte}`),
    async write(bytes) {
      const sha256 = hashBytes(bytes)
      if (await has(sha256)) return sha256
      // The key is the content's own hash: whoever else writes it writes the same.
      const CacheControl = 'public, max-age=31536000, immutable'
      await client.send(
        new PutObjectCommand({ Bucket, Key: keyOf(sha256), Body: bytes, CacheControl }),
      )
      return sha256
    },
  }
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
  throw error
}
