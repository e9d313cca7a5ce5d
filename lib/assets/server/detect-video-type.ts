import type { VideoType } from '@/lib/assets/video'

export type DetectedVideo =
  { kind: 'ok'; type: VideoType } | { kind: 'invalid'; message: string } | { kind: 'none' }

const HEAD_BYTES = 512
const PICTURE_BRANDS = /avif|avis|heic|heix|hevc|mif1|msf1/
const MP4_BRANDS = /isom|iso[2-9a]|mp4[12]|avc1|M4V |dash|cmf[c2]/

/**
 * Whether a file is a video, and which, by its first bytes, never by its name; `none` for what is
 * no video at all. QuickTime and Matroska are close relatives that browsers do not all play.
 */
export function detectVideoType(bytes: Uint8Array): DetectedVideo {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES))
  const latin = head.toString('latin1')
  if (latin.slice(4, 8) === 'ftyp') {
    const brands = latin.slice(8, Math.min(head.readUInt32BE(0), head.length))
    if (PICTURE_BRANDS.test(brands)) return { kind: 'none' }
    if (MP4_BRANDS.test(brands)) return { kind: 'ok', type: 'mp4' }
    return refuse('QuickTime and other relatives of MP4 do not play in every browser.')
  }
  if (latin.startsWith('\x1a\x45\xdf\xa3')) {
    if (latin.slice(4, 64).includes('webm')) return { kind: 'ok', type: 'webm' }
    return refuse('Matroska does not play in every browser.')
  }
  return { kind: 'none' }
}

function refuse(message: string): DetectedVideo {
  return { kind: 'invalid', message: `${message} Save the video as MP4 or WebM.` }
}
