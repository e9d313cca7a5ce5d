/** A part of a file, both ends included. */
export interface ByteRange {
  readonly firstByte: number
  readonly lastByte: number
}

export type RequestedRange =
  { kind: 'whole' } | { kind: 'part'; range: ByteRange } | { kind: 'unsatisfiable' }

const WHOLE: RequestedRange = { kind: 'whole' }

/**
 * What a `Range` header asks of a file of so many bytes (RFC 9110, 14.2). Several ranges at once,
 * other units and what is not well formed are answered with the whole file, as the RFC allows.
 */
export function readByteRange(header: string | null, sizeBytes: number): RequestedRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, from = '', to = ''] = match ?? []
  if (!match || (from === '' && to === '')) return WHOLE
  if (from === '') return takePart(Math.max(0, sizeBytes - Number(to)), sizeBytes - 1, sizeBytes)
  if (to !== '' && Number(to) < Number(from)) return WHOLE
  return takePart(Number(from), to === '' ? sizeBytes - 1 : Number(to), sizeBytes)
}

function takePart(firstByte: number, lastByte: number, sizeBytes: number): RequestedRange {
  if (firstByte >= sizeBytes) return { kind: 'unsatisfiable' }
  return { kind: 'part', range: { firstByte, lastByte: Math.min(lastByte, sizeBytes - 1) } }
}
