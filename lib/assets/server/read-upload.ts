import { type UploadImageQuery, uploadImageQuerySchema } from '@/lib/assets/asset'
import { ProblemError, problemFromZod } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { IMAGE_LIMITS } from './inspect-image'
import type { UploadImageInput } from './upload-image-asset'

const FORM_OVERHEAD_BYTES = 20_000

/** The picture of an upload: the body as it is, or the field `file` of a form with the query's names. */
export async function readUpload(
  request: Request,
  query: UploadImageQuery,
): Promise<UploadImageInput> {
  const contentType = request.headers.get('content-type') ?? ''
  const body = await readBody(request, IMAGE_LIMITS.fileSizeBytes + FORM_OVERHEAD_BYTES)
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return { ...query, bytes: body }

  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => null)
  const file = form?.get('file')
  if (!form || !(file instanceof Blob)) {
    throw new ProblemError('invalid_request', 'Send the picture as the form field “file”.')
  }
  const fields = uploadImageQuerySchema.partial().safeParse({
    kind: form.get('kind') ?? query.kind,
    altText: form.get('altText') ?? query.altText,
    fileName: form.get('fileName') ?? ('name' in file ? file.name : query.fileName),
  })
  if (!fields.success) throw problemFromZod(fields.error)
  return { ...query, ...fields.data, bytes: Buffer.from(await file.arrayBuffer()) }
}
