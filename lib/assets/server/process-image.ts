import type { PictureKind } from '@/lib/assets/asset'
import type { FocalPoint } from '@/lib/assets/crop'
import { cutToRatio } from './cut-to-ratio'
import { decodeImage, openPixels, type Pixels } from './decode-image'
import { isSvg } from './detect-image-type'
import { hashBytes } from './hash-bytes'
import { type ImageFacts, type ImageIssue, inspectImage } from './inspect-image'
import { rasteriseSvg } from './rasterise-svg'
import { renderRenditions, type Rendition } from './render-renditions'
import { type PictureSummary, summarisePicture } from './summarise-picture'

/** A picture as it is stored: oriented, sRGB, without metadata, at most 2560 px a side. */
export interface Master extends PictureSummary {
  readonly sha256: string
  readonly contentType: 'image/webp'
  readonly bytes: Buffer
  readonly widthPx: number
  readonly heightPx: number
  readonly pixels: Pixels
  readonly source: ImageFacts
}

export type MasterResult =
  { kind: 'ok'; master: Master } | { kind: 'invalid'; issues: readonly ImageIssue[] }

const LOSSLESS_UP_TO_PX = 500_000

/**
 * Inspects, decodes (draws, where it is an SVG) and makes the stored original, cut to a ratio of
 * width to height where one is given; two uploads of one picture give the same hash.
 */
export async function makeMaster(bytes: Uint8Array, ratio?: number): Promise<MasterResult> {
  const drawn = isSvg(bytes) ? await rasteriseSvg(bytes) : { kind: 'ok' as const, bytes }
  if (drawn.kind === 'invalid') return drawn
  const inspection = await inspectImage(drawn.bytes)
  if (inspection.kind === 'invalid') return inspection
  const decoded = await decodeImage(drawn.bytes)
  if (decoded.kind === 'invalid') return decoded
  const pixels = ratio === undefined ? decoded.pixels : await cutToRatio(decoded.pixels, ratio)
  const encoded = await encodeMaster(pixels, inspection.image)
  return {
    kind: 'ok',
    master: {
      sha256: hashBytes(encoded),
      contentType: 'image/webp',
      bytes: encoded,
      widthPx: pixels.widthPx,
      heightPx: pixels.heightPx,
      ...(await summarisePicture(pixels)),
      pixels,
      source: inspection.image,
    },
  }
}

export interface ProcessedImage {
  readonly master: Master
  readonly renditions: readonly Rendition[]
}

/** The whole way from an uploaded file to what is stored: the master and its renditions. */
export async function processImage(
  bytes: Uint8Array,
  kind: PictureKind,
  focal: FocalPoint,
): Promise<
  { kind: 'ok'; image: ProcessedImage } | { kind: 'invalid'; issues: readonly ImageIssue[] }
> {
  const made = await makeMaster(bytes)
  if (made.kind === 'invalid') return made
  const renditions = await renderRenditions(made.master.pixels, kind, focal)
  return { kind: 'ok', image: { master: made.master, renditions } }
}

async function encodeMaster(pixels: Pixels, source: ImageFacts): Promise<Buffer> {
  // Drawings come as PNG or GIF and suffer most from a second lossy encoding.
  const isDrawing = source.type === 'png' || source.type === 'gif'
  const lossless = isDrawing && pixels.widthPx * pixels.heightPx <= LOSSLESS_UP_TO_PX
  return openPixels(pixels)
    .webp(lossless ? { lossless, effort: 4 } : { quality: 90, effort: 4, smartSubsample: true })
    .toBuffer()
}
