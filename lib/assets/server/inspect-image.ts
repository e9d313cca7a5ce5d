import sharp, { type Metadata } from 'sharp'
import { detectImageType, type ImageType } from './detect-image-type'

export const IMAGE_LIMITS = {
  fileSizeBytes: 10_000_000,
  pixels: 50_000_000,
  frames: 50,
  /** Pixels of all frames together. */
  animationPixels: 100_000_000,
  decodeTimeoutSeconds: 4,
} as const

export interface ImageFacts {
  readonly type: ImageType
  /** As seen: after the orientation is applied. */
  readonly widthPx: number
  readonly heightPx: number
  readonly frames: number
  readonly hasAlpha: boolean
}

export interface ImageIssue {
  readonly path: string
  readonly message: string
}

export type ImageInspection =
  { kind: 'ok'; image: ImageFacts } | { kind: 'invalid'; issues: readonly ImageIssue[] }

export function refuseImage(message: string): { kind: 'invalid'; issues: readonly ImageIssue[] } {
  return { kind: 'invalid', issues: [{ path: 'file', message }] }
}

/** Reads no more than a picture's header: its type from content, and whether its size is within limits. */
export async function inspectImage(bytes: Uint8Array): Promise<ImageInspection> {
  if (bytes.byteLength === 0) return refuseImage('The file is empty.')
  if (bytes.byteLength > IMAGE_LIMITS.fileSizeBytes) {
    return refuseImage(`The file is larger than ${IMAGE_LIMITS.fileSizeBytes / 1e6} MB.`)
  }
  const detected = detectImageType(bytes)
  if (detected.kind === 'invalid') return refuseImage(detected.message)

  // The limit is checked below, to say what is wrong: reading metadata decodes no pixels.
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!metadata) return refuseImage('The file is damaged and cannot be read as a picture.')
  if (!isExpectedFormat(detected.type, metadata)) {
    return refuseImage('The content of the file is not what its beginning says.')
  }
  const image = {
    type: detected.type,
    widthPx: metadata.autoOrient.width,
    heightPx: metadata.autoOrient.height,
    frames: metadata.pages ?? 1,
    hasAlpha: metadata.hasAlpha,
  }
  return checkDimensions(image)
}

function isExpectedFormat(type: ImageType, metadata: Metadata): boolean {
  if (type === 'avif') return metadata.format === 'heif' && metadata.compression === 'av1'
  return metadata.format === type
}

function checkDimensions(image: ImageFacts): ImageInspection {
  const pixels = image.widthPx * image.heightPx
  if (!(pixels > 0)) return refuseImage('The picture has no pixels.')
  if (pixels > IMAGE_LIMITS.pixels) {
    return refuseImage(
      `The picture has ${image.widthPx} × ${image.heightPx} pixels: at most ${IMAGE_LIMITS.pixels / 1e6} million are accepted.`,
    )
  }
  if (image.frames > IMAGE_LIMITS.frames) {
    return refuseImage(
      `The animation has ${image.frames} frames: at most ${IMAGE_LIMITS.frames} are accepted.`,
    )
  }
  if (pixels * image.frames > IMAGE_LIMITS.animationPixels) {
    return refuseImage('The frames of the animation are too large together.')
  }
  return { kind: 'ok', image }
}
