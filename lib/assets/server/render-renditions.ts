import type { Sharp } from 'sharp'
import type { PictureKind } from '@/lib/assets/asset'
import { cropAroundFocalPoint, type FocalPoint } from '@/lib/assets/crop'
import { LOGO_BOXES, PICTURE_BOXES, RENDITION_WEIGHT_SHARE } from '@/lib/assets/rendition-box'
import { AD_SIZES, adSizeSchema, type AdSize } from '@/lib/decision/ad-size'
import { openPixels, type Pixels } from './decode-image'

export interface Rendition {
  readonly size: AdSize
  readonly format: 'webp' | 'jpeg' | 'png'
  readonly widthPx: number
  readonly heightPx: number
  readonly bytes: Buffer
}

const DENSITIES = [2, 1.5, 1] as const
const QUALITIES = [80, 70, 60, 50] as const
/** So far above the budget that no lower quality of this density will fit. */
const HOPELESS_FACTOR = 2.2
const LAST_RESORT_QUALITY = 30

/**
 * A picture for every ad size, cropped around the focal point (logos are fitted, never cropped):
 * WebP, and JPEG (PNG for logos) for what cannot show it. Twice the density where the weight
 * allows; quality, then density, step down until the picture fits its share of the ad's weight.
 */
export async function renderRenditions(
  pixels: Pixels,
  kind: PictureKind,
  focal: FocalPoint,
): Promise<Rendition[]> {
  const renditions: Rendition[] = []
  for (const size of adSizeSchema.options) {
    for (const format of ['webp', kind === 'logo' ? 'png' : 'jpeg'] as const) {
      renditions.push(await renderWithinBudget(pixels, kind, focal, size, format))
    }
  }
  return renditions
}

async function renderWithinBudget(
  pixels: Pixels,
  kind: PictureKind,
  focal: FocalPoint,
  size: AdSize,
  format: Rendition['format'],
): Promise<Rendition> {
  const budgetBytes = AD_SIZES[size].initialKb * 1000 * RENDITION_WEIGHT_SHARE[kind]
  for (const density of DENSITIES) {
    // Scaled once for all qualities: scaling costs more than encoding.
    const scaled = await scale(pixels, kind, focal, size, density)
    for (const quality of QUALITIES) {
      const rendition = await encode(scaled, size, format, quality)
      if (rendition.bytes.byteLength <= budgetBytes) return rendition
      if (rendition.bytes.byteLength > budgetBytes * HOPELESS_FACTOR) break
    }
  }
  const smallest = await scale(pixels, kind, focal, size, 1)
  return encode(smallest, size, format, LAST_RESORT_QUALITY)
}

async function scale(
  pixels: Pixels,
  kind: PictureKind,
  focal: FocalPoint,
  size: AdSize,
  density: number,
): Promise<Pixels> {
  const box = kind === 'logo' ? LOGO_BOXES[size] : PICTURE_BOXES[size]
  const pipeline = openPixels(pixels)
  if (kind !== 'logo') {
    const crop = cropAroundFocalPoint(pixels, focal, box)
    pipeline.extract({
      left: crop.leftPx,
      top: crop.topPx,
      width: crop.widthPx,
      height: crop.heightPx,
    })
  }
  const { data, info } = await pipeline
    .resize(Math.round(box.widthPx * density), Math.round(box.heightPx * density), {
      fit: kind === 'logo' ? 'inside' : 'cover',
      withoutEnlargement: true,
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, widthPx: info.width, heightPx: info.height, channels: pixels.channels }
}

async function encode(
  pixels: Pixels,
  size: AdSize,
  format: Rendition['format'],
  quality: number,
): Promise<Rendition> {
  const bytes = await encodeAs(openPixels(pixels), format, quality).toBuffer()
  return { size, format, widthPx: pixels.widthPx, heightPx: pixels.heightPx, bytes }
}

function encodeAs(image: Sharp, format: Rendition['format'], quality: number): Sharp {
  if (format === 'webp') return image.webp({ quality, effort: 4, smartSubsample: true })
  if (format === 'png') return image.png({ palette: true, quality, effort: 5 })
  return image.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: true })
}
