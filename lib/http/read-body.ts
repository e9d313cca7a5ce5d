import { toStorableJson } from '@/lib/events/storable-text'
import { ProblemError } from './problem'

export const JSON_BODY_LIMIT_BYTES = 1_000_000

/** Reads at most `limitBytes`; refuses as soon as there is more, whatever Content-Length said. */
export async function readBody(request: Request, limitBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new ProblemError(
      'too_large',
      `The body may have at most ${limitBytes.toLocaleString('en')} bytes.`,
    )
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge()
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

// How U+0000 and halves of surrogate pairs are written in JSON; Postgres takes neither.
const SUSPECT_ESCAPE = /\\u(?:0000|d[89a-f])/i

/** The JSON of a request, without the characters that no database takes. Throws for all else. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/([a-z.+-]+\+)?json\b/i.test(type)) {
    throw new ProblemError('unsupported_media', 'Send the body as application/json.')
  }
  const body = await readBody(request, JSON_BODY_LIMIT_BYTES)
  const text = body.toString('utf8')
  try {
    const value: unknown = JSON.parse(text)
    return SUSPECT_ESCAPE.test(text) ? (JSON.parse(toStorableJson(value)) as unknown) : value
  } catch {
    throw new ProblemError('invalid_request', 'The body is not valid JSON.')
  }
}
