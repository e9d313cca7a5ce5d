import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { type S3Settings, toClientConfig } from '@/lib/assets/server/s3-blob-store'

interface S3TestServer {
  readonly endpoint: string
  close(): Promise<void>
}

interface S3Rver {
  run(): Promise<AddressInfo>
  close(): Promise<void>
}
type S3RverConstructor = new (options: Record<string, unknown>) => S3Rver

// Its check of signatures is older than how the client signs; everything else is as S3 has it.
const LENIENT = { allowMismatchedSignatures: true }

/** A server that really speaks S3, over a folder; its key and secret are `S3RVER`. */
async function startS3Server(directory: string): Promise<S3TestServer> {
  // A CommonJS package without types.
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as S3RverConstructor
  const server = new S3rver({ directory, address: '127.0.0.1', port: 0, silent: true, ...LENIENT })
  const { port } = await server.run()
  return { endpoint: `http://127.0.0.1:${port}`, close: () => server.close() }
}

export interface S3TestBucket {
  readonly settings: S3Settings
  readonly client: S3Client
  close(): Promise<void>
}

/** An empty bucket of such a server, in a folder of its own. */
export async function openS3Bucket(): Promise<S3TestBucket> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intarsia-s3-'))
  const server = await startS3Server(folder)
  const settings = {
    bucket: 'assets',
    region: 'us-east-1',
    endpoint: server.endpoint,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  }
  const client = new S3Client(toClientConfig(settings))
  await client.send(new CreateBucketCommand({ Bucket: settings.bucket }))
  return {
    settings,
    client,
    async close() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
