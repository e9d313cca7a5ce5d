import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { DataStore, ERRORS, Upload } from '@tus/server'
import { z } from 'zod'
import { type S3Settings, toClientConfig } from '@/lib/assets/server/s3-blob-store'
import { checkId, ensureUpload, isUploadComplete, type UploadStore } from './upload-store'

/** Bytes that are held in memory before they are sent on. */
const PART_BYTES = 5_000_000
const OFFSET_DIGITS = 12
/**
 * Far more than a patient client needs. Each piece is an object and listed at every request: so
 * many, and the few that may come at the same moment, are one page of a list.
 */
const MAX_PARTS = 900

const TOO_MANY_PARTS = {
  status_code: 429,
  body: 'This upload came in too many small pieces. Add the file again.\n',
}

const infoSchema = z.object({ sizeBytes: z.number().int().nonnegative() })

/** A run of bytes that has arrived. */
interface Part {
  readonly key: string
  readonly offset: number
  readonly sizeBytes: number
}

/**
 * Uploads under way in an S3-compatible bucket, so that any process can take them up: an object for
 * each run of bytes under `uploads/<id>/`, named by where it begins. No multipart uploads: their
 * parts are of 5 MB at least, and many stores other than AWS do not list them.
 */
export function createS3UploadStore(
  settings: S3Settings,
  client = new S3Client(toClientConfig(settings)),
): UploadStore {
  const bucket = new UploadBucket(settings.bucket, client)
  const dataStore = new S3DataStore(bucket)
  return {
    dataStore,
    ensure: (fileId, sizeBytes) => ensureUpload(dataStore, checkId(fileId), sizeBytes),
    isComplete: (fileId) => isUploadComplete(dataStore, checkId(fileId)),
    remove: (fileId) => bucket.remove(checkId(fileId)),
    async withFile(fileId, use) {
      const folder = await mkdtemp(path.join(tmpdir(), 'intarsia-upload-'))
      try {
        const filePath = path.join(folder, checkId(fileId))
        await pipeline(Readable.from(bucket.read(fileId)), createWriteStream(filePath))
        return await use(filePath)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** What the tus server asks of a place to write to. */
class S3DataStore extends DataStore {
  constructor(private readonly bucket: UploadBucket) {
    super()
    this.extensions = ['creation']
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.bucket.putInfo(upload.id, upload.size ?? 0)
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const sizeBytes = await this.bucket.readSize(id)
    if (sizeBytes === null) throw ERRORS.FILE_NOT_FOUND
    return new Upload({ id, size: sizeBytes, offset: endOf(await this.bucket.listParts(id)) })
  }

  /** What arrived before a connection broke is kept. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    if ((await this.bucket.listParts(id)).length >= MAX_PARTS) throw TOO_MANY_PARTS
    let end = offset
    let waiting: Buffer[] = []
    let waitingBytes = 0
    const flush = async () => {
      if (waitingBytes === 0) return
      await this.bucket.putPart(id, end, Buffer.concat(waiting))
      end += waitingBytes
      waiting = []
      waitingBytes = 0
    }
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        waiting.push(Buffer.from(chunk))
        waitingBytes += chunk.byteLength
        if (waitingBytes >= PART_BYTES) await flush()
      }
    } finally {
      await flush()
    }
    return end
  }
}

/** The objects of uploads in a bucket. */
class UploadBucket {
  constructor(
    private readonly bucket: string,
    private readonly client: S3Client,
  ) {}

  private infoKey(id: string): string {
    return `uploads/${checkId(id)}/info.json`
  }

  private partsPrefix(id: string): string {
    return `uploads/${checkId(id)}/part-`
  }

  async putInfo(id: string, sizeBytes: number): Promise<void> {
    await this.put(this.infoKey(id), Buffer.from(JSON.stringify({ sizeBytes })))
  }

  async putPart(id: string, offset: number, bytes: Buffer): Promise<void> {
    const name = String(offset).padStart(OFFSET_DIGITS, '0')
    await this.put(`${this.partsPrefix(id)}${name}`, bytes)
  }

  /** How large the file will be; null where no such upload is under way. */
  async readSize(id: string): Promise<number | null> {
    const bytes = await this.get(this.infoKey(id))
    return bytes && infoSchema.parse(JSON.parse(bytes.toString('utf8'))).sizeBytes
  }

  /** In the order of the file. */
  async listParts(id: string): Promise<Part[]> {
    const prefix = this.partsPrefix(id)
    return (await this.list(prefix))
      .map(({ key, sizeBytes }) => ({ key, sizeBytes, offset: Number(key.slice(prefix.length)) }))
      .sort((a, b) => a.offset - b.offset)
  }

  /** The bytes of the whole file, part after part. Throws where a part is missing. */
  async *read(id: string): AsyncGenerator<Buffer> {
    const parts = await this.listParts(id)
    if (endOf(parts) !== (await this.readSize(id))) throw ERRORS.FILE_NOT_FOUND
    let end = 0
    for (const { key, offset } of parts) {
      const bytes = await this.get(key)
      if (!bytes) throw ERRORS.FILE_NOT_FOUND
      // One that was sent twice may begin before the end of the last.
      const own = bytes.subarray(end - offset)
      end += own.byteLength
      yield own
    }
  }

  async remove(id: string): Promise<void> {
    const objects = await this.list(`uploads/${checkId(id)}/`)
    for (const { key } of objects) {
      await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }))
    }
  }

  private async list(prefix: string): Promise<{ key: string; sizeBytes: number }[]> {
    const command = new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix })
    const { Contents = [] } = await this.client.send(command)
    return Contents.flatMap(({ Key, Size = 0 }) =>
      Key === undefined ? [] : [{ key: Key, sizeBytes: Size }],
    )
  }

  private async put(key: string, bytes: Buffer): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: bytes }))
  }

  private async get(key: string): Promise<Buffer | null> {
    const command = new GetObjectCommand({ Bucket: this.bucket, Key: key })
    const answer = await this.client.send(command).catch(nullWhenMissing)
    const bytes = await answer?.Body?.transformToByteArray()
    return bytes ? Buffer.from(bytes) : null
  }
}

/** How far the file is there without a gap. */
function endOf(parts: readonly Part[]): number {
  let end = 0
  for (const { offset, sizeBytes } of parts) {
    if (offset > end) break
    end = Math.max(end, offset + sizeBytes)
  }
  return end
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
  throw error
}
