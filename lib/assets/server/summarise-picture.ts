import sharp from 'sharp'
import { differenceHash, HASHED_PICTURE } from '@/lib/assets/near-duplicate'
import { openPixels, type Pixels } from './decode-image'

/** What is known of a picture without looking at it. */
export interface PictureSummary {
  /** A tiny picture as a data: URL, shown while the real one loads. */
  readonly blurDataUrl: string
  /** `#rrggbb`, the most common first; at least one. */
  readonly dominantColors: readonly string[]
  /** Null for a picture of nearly one colour. */
  readonly perceptualHash: bigint | null
}

export function pickSummary(summary: PictureSummary): PictureSummary {
  const { blurDataUrl, dominantColors, perceptualHash } = summary
  return { blurDataUrl, dominantColors, perceptualHash }
}

const MOST_COLORS = 6
/** Of all opaque points; rarer colours are noise. */
const SMALLEST_SHARE = 0.03
const OPAQUE_FROM = 128

export async function summarisePicture(pixels: Pixels): Promise<PictureSummary> {
  const thumbnail = await openPixels(pixels)
    .resize(64, 64, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
  const tiny = await sharp(thumbnail)
    .resize(16, 16, { fit: 'inside' })
    .webp({ quality: 40 })
    .toBuffer()
  return {
    blurDataUrl: `data:image/webp;base64,${tiny.toString('base64')}`,
    dominantColors: await findDominantColors(thumbnail),
    perceptualHash: await hashPicture(pixels),
  }
}

async function hashPicture(pixels: Pixels): Promise<bigint | null> {
  const { widthPx, heightPx } = HASHED_PICTURE
  const grey = await openPixels(pixels)
    .flatten({ background: '#ffffff' })
    .resize(widthPx, heightPx, { fit: 'fill' })
    .greyscale()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { channels } = grey.info
  return differenceHash([...grey.data].filter((_, index) => index % channels === 0))
}

/** The palette that libimagequant finds, by how much of the picture each colour covers. */
async function findDominantColors(thumbnail: Buffer): Promise<string[]> {
  const reduced = await sharp(thumbnail)
    .png({ palette: true, colours: MOST_COLORS, dither: 0, effort: 7 })
    .toBuffer()
  const { data } = await sharp(reduced)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const counts = new Map<string, number>()
  let opaque = 0
  for (let at = 0; at + 3 < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < OPAQUE_FROM) continue
    opaque += 1
    const color = `#${data.toString('hex', at, at + 3)}`
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const ranked = [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b))
  const common = ranked.filter(([, count], rank) => rank === 0 || count >= opaque * SMALLEST_SHARE)
  return common.length === 0 ? ['#ffffff'] : common.map(([color]) => color)
}
