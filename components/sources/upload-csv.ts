import { ApiProblem, parseProblem } from '@/components/api/api-problem'
import { type ImportRun, importRunSchema } from '@/lib/sources/source'

/** Sends a file to a source. `onSent` hears how much is on its way, as a ratio. */
export function uploadCsv(
  sourceId: string,
  file: File,
  onSent: (ratio: number) => void,
): Promise<ImportRun> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(
      'POST',
      `/api/v1/sources/${sourceId}/imports?fileName=${encodeURIComponent(file.name.slice(0, 200))}`,
    )
    request.setRequestHeader('content-type', 'text/csv')
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total)
    request.onerror = () =>
      reject(new ApiProblem('The upload was interrupted. Check the connection.', 0, 'offline'))
    request.onload = () => {
      const body = readJson(request.responseText)
      if (request.status >= 400) reject(parseProblem(request.status, body))
      else resolve(importRunSchema.parse(body))
    }
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
