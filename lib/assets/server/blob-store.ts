import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { hashBytes } from './hash-bytes'

/** Bytes addressed by their own SHA-256. Written once, never changed, never overwritten. */
export interface BlobStore {
  /** Stores bytes, durably, and returns their hash. Storing what is there already does nothing. */
  write(bytes: Uint8Array): Promise<string>
  /** Null when there is no such blob. Throws on a key that is not a SHA-256. */
  read(sha256: string): Promise<Buffer | null>
  has(sha256: string): Promise<boolean>
  /** How many bytes it has; null when there is no such blob. */
  size(sha256: string): Promise<number | null>
  /** The bytes from one place to another, both included; null when there is no such blob. */
  readPart(sha256: string, firstByte: number, lastByte: number): Promise<Buffer | null>
}

const keyPattern = /^[0-9a-f]{64}$/

/** The only way from a key to a path: anything but 64 hex digits could name another file. */
export function checkBlobKey(sha256: string): void {
  if (!keyPattern.test(sha256)) throw new Error('A blob key is a SHA-256 in lower-case hex.')
}

/** A blob store in a local folder, sharded by the first bytes of the hash. */
export function createBlobStore(rootDir: string): BlobStore {
  const pathOf = (sha256: string): string => {
    checkBlobKey(sha256)
    return path.join(rootDir, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  const has = async (sha256: string): Promise<boolean> => {
    const found = await stat(pathOf(sha256)).catch(nullWhenMissing)
    return found?.isFile() ?? false
  }
  return {
    has,
    read: (sha256) => readFile(pathOf(sha256)).catch(nullWhenMissing),
    size: async (sha256) => (await stat(pathOf(sha256)).catch(nullWhenMissing))?.size ?? null,
    async readPart(sha256, firstByte, lastByte) {
      const file = await open(pathOf(sha256), 'r').catch(nullWhenMissing)
      if (!file) return null
      try {
        const length = lastByte - firstByte + 1
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, firstByte)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    async write(bytes) {
      const sha256 = hashBytes(bytes)
      if (!(await has(sha256))) await writeOnce(pathOf(sha256), bytes)
      return sha256
    },
  }
}

async function writeOnce(target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  const temporary = `${target}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o644)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    // A link, unlike a rename, fails where another process was first: nothing is ever replaced.
    // Some volumes know no links; there the same bytes may replace themselves.
    await link(temporary, target).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') await rename(temporary, target)
    })
  } finally {
    await rm(temporary, { force: true })
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
