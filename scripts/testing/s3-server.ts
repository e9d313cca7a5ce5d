import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'

export interface S3TestServer {
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
export async function startS3Server(directory: string): Promise<S3TestServer> {
  // A CommonJS package without types.
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as S3RverConstructor
  const server = new S3rver({ directory, address: '127.0.0.1', port: 0, silent: true, ...LENIENT })
  const { port } = await server.run()
  return { endpoint: `http://127.0.0.1:${port}`, close: () => server.close() }
}
