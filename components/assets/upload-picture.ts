import { ApiProblem, parseProblem } from '@/components/api/api-problem'
import {
  type PictureKind,
  type UploadImageResponse,
  uploadImageResponseSchema,
} from '@/lib/assets/asset'

interface PictureUpload {
  file: File
  kind: PictureKind
  /** Share of the bytes that left, from 0 to 1. At 1 the server is still at work. */
  onProgress: (sentShare: number) => void
  signal: AbortSignal
}

/** Sends one picture. XMLHttpRequest, since fetch does not tell how much of a body has left. */
export function uploadPicture({
  file,
  kind,
  onProgress,
  signal,
}: PictureUpload): Promise<UploadImageResponse> {
  const params = new URLSearchParams({ kind, fileName: file.name.slice(0, 300) })
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const finish = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      finish()
      const body = readJson(request.responseText)
      const answer = uploadImageResponseSchema.safeParse(body)
      if (request.status >= 200 && request.status < 300 && answer.success) resolve(answer.data)
      else reject(parseProblem(request.status, body))
    }
    request.onerror = () => {
      finish()
      reject(new ApiProblem('The connection broke. Check it and try again.', 0, 'offline'))
    }
    request.onabort = () => {
      finish()
      reject(new ApiProblem('Stopped.', 0, 'aborted'))
    }
    request.open('POST', `/api/v1/assets?${params}`)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.send(file)
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
