import type { PictureKind } from '@/lib/assets/asset'
import { cropAroundFocalPoint, type FocalPoint } from '@/lib/assets/crop'
import {
  LOGO_BOXES,
  PICTURE_BOXES,
  PRODUCT_BOXES,
  PRODUCT_WEIGHT_SHARE,
  RENDITION_WEIGHT_SHARE,
} from '@/lib/assets/rendition-box'
import { promptFormats, type RenditionFormat } from '@/lib/assets/rendition-recipe'
import { AD_SIZES, adSizeSchema, type AdSize } from '@/lib/decision/ad-size'
import { openPixels, type Pixels } from './decode-image'
import { encodeRendition, RENDITION_QUALITIES } from './encode-rendition'

export interface Rendition {
  readonly size: AdSize
  readonly format: RenditionFormat
  /** Of the screen it is for: device pixels per CSS pixel. */
  readonly density: 1 | 2
  readonly widthPx: number
  readonly heightPx: number
  readonly bytes: Buffer
}

/** A picture of the library, or one of a product. */
type DrawnKind = PictureKind | 'product'

/** Pixels of one ad size's box, by how many there are per CSS pixel. */
interface Scaled {
  readonly dense: readonly Pixels[]
  readonly plain: Pixels
}

/** So far above the budget that no lower quality of this density will fit. */
const HOPELESS_FACTOR = 2.2

/**
 * A picture for every ad size, density and format, cropped around the focal point (logos and
 * products are fitted, never cropped). Quality steps down until it fits its share of the ad's weight; where
 * twice the density does not, one and a half does, or the dense one is left out. It is left out,
 * too, where the picture has no more pixels than one for each CSS pixel.
 */
export async function renderRenditions(
  pixels: Pixels,
  kind: DrawnKind,
  focal: FocalPoint,
  formats: readonly RenditionFormat[] = promptFormats(kind === 'product' ? 'image' : kind),
): Promise<Rendition[]> {
  const share = kind === 'product' ? PRODUCT_WEIGHT_SHARE : RENDITION_WEIGHT_SHARE[kind]
  const renditions: Rendition[] = []
  for (const size of adSizeSchema.options) {
    const budgetBytes = AD_SIZES[size].initialKb * 1000 * share
    const { dense, plain } = await scaleForSize(pixels, kind, focal, size)
    for (const format of formats) {
      const fine = await encodeFirstFitting(dense, format, budgetBytes)
      if (fine) renditions.push({ size, format, density: 2, ...fine })
      const usual =
        (await encodeFirstFitting([plain], format, budgetBytes)) ??
        (await encode(plain, format, RENDITION_QUALITIES[format].lastResort))
      renditions.push({ size, format, density: 1, ...usual })
    }
  }
  return renditions
}

async function encodeFirstFitting(
  choices: readonly Pixels[],
  format: RenditionFormat,
  budgetBytes: number,
): Promise<Encoded | null> {
  for (const pixels of choices) {
    for (const quality of RENDITION_QUALITIES[format].steps) {
      const encoded = await encode(pixels, format, quality)
      if (encoded.bytes.byteLength <= budgetBytes) return encoded
      if (encoded.bytes.byteLength > budgetBytes * HOPELESS_FACTOR) break
    }
  }
  return null
}

type Encoded = Pick<Rendition, 'widthPx' | 'heightPx' | 'bytes'>

async function encode(pixels: Pixels, format: RenditionFormat, quality: number): Promise<Encoded> {
  const bytes = await encodeRendition(openPixels(pixels), format, quality).toBuffer()
  return { widthPx: pixels.widthPx, heightPx: pixels.heightPx, bytes }
}

/** Scaled once for all formats and qualities, the smaller out of the larger. */
async function scaleForSize(
  pixels: Pixels,
  kind: DrawnKind,
  focal: FocalPoint,
  size: AdSize,
): Promise<Scaled> {
  const isWhole = kind === 'logo' || kind === 'product'
  const box = boxOf(kind, size)
  const crop = isWhole ? null : cropAroundFocalPoint(pixels, focal, box)
  const scale = async (from: Pixels, density: number, isSource: boolean): Promise<Pixels> => {
    const pipeline = openPixels(from)
    if (crop && isSource) {
      const { leftPx: left, topPx: top, widthPx: width, heightPx: height } = crop
      pipeline.extract({ left, top, width, height })
    }
    const { data, info } = await pipeline
      .resize(Math.round(box.widthPx * density), Math.round(box.heightPx * density), {
        fit: isWhole ? 'inside' : 'cover',
        withoutEnlargement: true,
      })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data, widthPx: info.width, heightPx: info.height, channels: pixels.channels }
  }
  const double = await scale(pixels, 2, true)
  const plain = await scale(double, 1, false)
  if (double.widthPx <= plain.widthPx) return { dense: [], plain }
  return { dense: [double, await scale(double, 1.5, false)], plain }
}

function boxOf(kind: DrawnKind, size: AdSize) {
  if (kind === 'product') return PRODUCT_BOXES[size]
  return kind === 'logo' ? LOGO_BOXES[size] : PICTURE_BOXES[size]
}
