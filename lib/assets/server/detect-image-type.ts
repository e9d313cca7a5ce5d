export type ImageType = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

export type DetectedType = { kind: 'ok'; type: ImageType } | { kind: 'invalid'; message: string }

const ACCEPTED = 'Use a JPEG, PNG, WebP, AVIF, GIF or SVG.'

/**
 * What a file is by its first bytes, never by its name. Only what passes here reaches a decoder,
 * so the many formats libvips also reads (TIFF, PDF …) are never parsed.
 * Drawings go another way (`isSvg`).
 */
export function detectImageType(bytes: Uint8Array): DetectedType {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512))
  const latin = head.toString('latin1')
  if (latin.startsWith('\xff\xd8\xff')) return { kind: 'ok', type: 'jpeg' }
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'ok', type: 'png' }
  if (latin.startsWith('GIF87a') || latin.startsWith('GIF89a')) return { kind: 'ok', type: 'gif' }
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return { kind: 'ok', type: 'webp' }
  if (latin.slice(4, 8) === 'ftyp') return detectIsoMedia(head, latin)
  return { kind: 'invalid', message: `This is not a picture that can be used. ${ACCEPTED}` }
}

function detectIsoMedia(head: Buffer, latin: string): DetectedType {
  const brands = latin.slice(8, Math.min(head.readUInt32BE(0), head.length))
  if (brands.includes('avif')) return { kind: 'ok', type: 'avif' }
  return { kind: 'invalid', message: `HEIC pictures and videos are not accepted. ${ACCEPTED}` }
}

/** Whether it looks like markup: an SVG drawing, or something that pretends to be one. */
export function isSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512))
  return /^\s*</.test(head.toString('utf8').replace(/^\ufeff/, ''))
}
