import sharp, { type Sharp } from 'sharp'
import { IMAGE_LIMITS, type ImageIssue, refuseImage } from './inspect-image'

export const MASTER_MAX_SIDE_PX = 2560

/** Decoded sRGB pixels, 8 bits a channel, oriented, without any metadata. */
export interface Pixels {
  readonly data: Buffer
  readonly widthPx: number
  readonly heightPx: number
  readonly channels: 3 | 4
}

export type DecodedImage =
  { kind: 'ok'; pixels: Pixels } | { kind: 'invalid'; issues: readonly ImageIssue[] }

/**
 * Decodes the first frame of an inspected picture, at most 2560 px a side, within a time limit.
 * Warnings of the decoder count as damage: half a picture is not what was meant.
 */
export async function decodeImage(bytes: Uint8Array): Promise<DecodedImage> {
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: IMAGE_LIMITS.pixels,
      failOn: 'warning',
    })
      .timeout({ seconds: IMAGE_LIMITS.decodeTimeoutSeconds })
      .autoOrient()
      .resize(MASTER_MAX_SIDE_PX, MASTER_MAX_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3 && info.channels !== 4)
      return refuseImage('The colours cannot be read.')
    return {
      kind: 'ok',
      pixels: { data, widthPx: info.width, heightPx: info.height, channels: info.channels },
    }
  } catch (error) {
    const isTimeout = error instanceof Error && error.message.includes('timeout')
    return refuseImage(
      isTimeout
        ? 'The picture takes too long to decode.'
        : 'The file is damaged: it ends early or its data is corrupt.',
    )
  }
}

export function openPixels(pixels: Pixels): Sharp {
  return sharp(pixels.data, {
    raw: { width: pixels.widthPx, height: pixels.heightPx, channels: pixels.channels },
    limitInputPixels: IMAGE_LIMITS.pixels,
  })
}
