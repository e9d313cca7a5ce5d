import { type UploadImageQuery, uploadImageQuerySchema } from '@/lib/assets/asset'
import { VIDEO_LIMITS } from '@/lib/assets/video'
import { ProblemError, problemFromZod } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { IMAGE_LIMITS } from './inspect-image'
import type { UploadFileInput } from './upload-file-asset'

const FORM_OVERHEAD_BYTES = 20_000
const FILE_BYTES = Math.max(IMAGE_LIMITS.fileSizeBytes, VIDEO_LIMITS.fileSizeBytes)

/**
 * The picture or video of an upload: the body as it is, or the field `file` of a form with the
 * query's names, and `poster` for a video.
 */
export async function readUpload(
  request: Request,
  query: UploadImageQuery,
): Promise<UploadFileInput> {
  const read = await readFiles(request, FILE_BYTES, IMAGE_LIMITS.fileSizeBytes)
  if (read.kind === 'body') return { ...withoutUnset(query), bytes: read.bytes }
  const { form, file } = read
  const fields = uploadImageQuerySchema.partial().safeParse({
    kind: form.get('kind') ?? query.kind,
    altText: form.get('altText') ?? query.altText,
    fileName: form.get('fileName') ?? ('name' in file ? file.name : query.fileName),
  })
  if (!fields.success) throw problemFromZod(fields.error)
  const poster = form.get('poster')
  return {
    ...withoutUnset({ ...query, ...fields.data }),
    bytes: Buffer.from(await file.arrayBuffer()),
    ...(poster instanceof Blob && { posterBytes: Buffer.from(await poster.arrayBuffer()) }),
  }
}

/** One picture: the body as it is, or the field `file` of a form. */
export async function readPicture(request: Request): Promise<Buffer> {
  const read = await readFiles(request, IMAGE_LIMITS.fileSizeBytes, 0)
  return read.kind === 'body' ? read.bytes : Buffer.from(await read.file.arrayBuffer())
}

async function readFiles(
  request: Request,
  fileBytes: number,
  moreBytes: number,
): Promise<{ kind: 'body'; bytes: Buffer } | { kind: 'form'; form: FormData; file: Blob }> {
  const contentType = request.headers.get('content-type') ?? ''
  const isForm = contentType.toLowerCase().startsWith('multipart/form-data')
  const limitBytes = fileBytes + FORM_OVERHEAD_BYTES + (isForm ? moreBytes : 0)
  const bytes = await readBody(request, limitBytes)
  if (!isForm) return { kind: 'body', bytes }
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => null)
  const file = form?.get('file')
  if (!form || !(file instanceof Blob)) {
    throw new ProblemError('invalid_request', 'Send the file as the form field “file”.')
  }
  return { kind: 'form', form, file }
}

function withoutUnset({ kind, ...rest }: UploadImageQuery): Omit<UploadFileInput, 'bytes'> {
  return { ...rest, ...(kind && { kind }) }
}
