import { Server } from '@tus/server'
import type { Database } from '@/lib/db/client'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { UPLOAD_LIMITS } from '@/lib/uploads/upload'
import { startProcessing } from './start-processing'
import { getUploadStore } from './get-upload-store'
import type { UploadStore } from './upload-store'

/** The address under which the bytes of a file are sent, by the tus protocol. */
export const UPLOAD_PATH = '/api/v1/uploads'

const servers = new WeakMap<UploadStore, Server>()

/**
 * Answers HEAD (how much has arrived) and PATCH (more of it) of one file's upload by the tus
 * protocol, version 1.0.0 (https://tus.io/protocols/resumable-upload). The file was announced with
 * its batch, so nothing is created here that the workspace did not name, and nothing larger.
 */
export async function receiveUpload(
  db: Database,
  actor: Actor,
  fileId: string,
  request: Request,
  store: UploadStore = getUploadStore(),
): Promise<Response> {
  const file = await db.uploadFile.findFirst({
    where: { id: fileId, workspaceId: actor.workspaceId, parentId: null },
    select: { id: true, state: true, fileSizeBytes: true },
  })
  if (!file) throw notFound('upload')
  if (file.state !== 'waiting') {
    if (file.state === 'cancelled') throw new ProblemError('gone', 'This upload was stopped.')
    return describeArrived(request, file.fileSizeBytes)
  }
  await store.ensure(file.id, file.fileSizeBytes)
  const response = await getServer(store).handleWeb(request)
  const isWhole = Number(response.headers.get('upload-offset')) === file.fileSizeBytes
  if (response.ok && isWhole) await markReceived(db, file.id)
  // The studio is one origin: nobody else has to read this.
  response.headers.delete('access-control-allow-origin')
  return response
}

/** A client that asks again after the last byte hears that there is nothing left to send. */
function describeArrived(request: Request, sizeBytes: number): Response {
  if (request.method !== 'HEAD') {
    throw new ProblemError('conflict', 'All of this file has arrived already.')
  }
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': String(sizeBytes),
    'upload-length': String(sizeBytes),
    'cache-control': 'no-store',
  }
  return new Response(null, { status: 200, headers })
}

async function markReceived(db: Database, id: string): Promise<void> {
  const { count } = await db.uploadFile.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'received' },
  })
  if (count > 0) startProcessing(db, id)
}

function getServer(store: UploadStore): Server {
  const known = servers.get(store)
  if (known) return known
  const server = new Server({
    path: UPLOAD_PATH,
    datastore: store.dataStore,
    maxSize: UPLOAD_LIMITS.fileSizeBytes,
    relativeLocation: true,
    onResponseError: (_, error) => {
      if ('status_code' in error) return undefined
      return { status_code: 500, body: 'The upload could not be stored. Try again.\n' }
    },
  })
  servers.set(store, server)
  return server
}
