import sharp from 'sharp'
import { cleanSvg } from './clean-svg'
import { IMAGE_LIMITS, type ImageIssue, refuseImage } from './inspect-image'

/** Long side of the picture a drawing becomes. */
const RASTER_SIDE_PX = 2_048

export type RasterisedSvg =
  { kind: 'ok'; bytes: Buffer } | { kind: 'invalid'; issues: readonly ImageIssue[] }

/** Draws a cleaned SVG as PNG, large enough for every size; only this picture is kept. */
export async function rasteriseSvg(bytes: Uint8Array): Promise<RasterisedSvg> {
  const cleaned = cleanSvg(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  )
  if (cleaned.kind === 'invalid') return refuseImage(cleaned.message)
  try {
    const { width, height } = await sharp(Buffer.from(cleaned.svg), {
      limitInputPixels: false,
    }).metadata()
    if (!(width > 0 && height > 0)) return refuseImage('The drawing has no width or height.')
    const scale = RASTER_SIDE_PX / Math.max(width, height)
    const side = (lengthPx: number) => Math.max(1, Math.round(lengthPx * scale))
    const drawn = { widthPx: side(width), heightPx: side(height) }
    const source = Buffer.from(cleaned.drawAt({ widthPx: width, heightPx: height }, drawn))
    const drawing = sharp(source, { limitInputPixels: IMAGE_LIMITS.pixels })
      .timeout({ seconds: IMAGE_LIMITS.decodeTimeoutSeconds })
      .toColourspace('srgb')
    const png = await drawing.png({ compressionLevel: 3 }).toBuffer()
    if (await isBlank(png)) return refuseImage('The drawing shows nothing.')
    return { kind: 'ok', bytes: png }
  } catch {
    return refuseImage('The drawing is damaged and cannot be drawn.')
  }
}

async function isBlank(png: Buffer): Promise<boolean> {
  const { channels, isOpaque } = await sharp(png).stats()
  return !isOpaque && channels.at(-1)?.max === 0
}
