import { getBlobStore } from '@/lib/assets/server/get-blob-store'
import { createBlobServer } from '@/lib/assets/server/serve-blob'

let serveBlob: ReturnType<typeof createBlobServer> | undefined

export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  serveBlob ??= createBlobServer(getBlobStore())
  return serveBlob(request, (await params).file)
}
