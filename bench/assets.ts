import sharp from 'sharp'
import { processImage } from '@/lib/assets/server/process-image'
import { queueImageWork } from '@/lib/assets/server/image-queue'
import { PICTURES } from '@/scripts/seed/pictures/pictures'
import { renderPhoto } from '@/scripts/seed/pictures/render-picture'
import { medianOf } from './median'

const ROUNDS = 3
const SEED = 23

export interface AssetsBench {
  /** Photographs a second through the whole pipeline: inspected, decoded, hashed, every rendition. */
  readonly imagesPerSecond: number | null
  /** The same files decoded once and encoded once as WebP, as many at a time. */
  readonly bareImagesPerSecond: number | null
  readonly pipelineVsBare: number | null
  /** Files that one upload makes of a photograph. */
  readonly renditionsPerImage: number
  /** The process's largest resident set, all of it. */
  readonly peakBytes: number
}

/** What an upload costs, over one decoding and one encoding of the same photographs. */
export async function benchAssets(): Promise<AssetsBench> {
  const photos = await Promise.all(PICTURES.map(({ draw }) => renderPhoto(draw(SEED))))
  let renditions = 0
  const pipeline = async (bytes: Buffer) => {
    const made = await processImage(bytes, 'image', { focalX: 0.5, focalY: 0.5 })
    if (made.kind === 'invalid') throw new Error('a photograph was refused')
    renditions = made.image.renditions.length
  }
  const bare = async (bytes: Buffer) => {
    await sharp(bytes)
      .autoOrient()
      .webp({ quality: 90, effort: 4, smartSubsample: true })
      .toBuffer()
  }
  await measurePace(photos.slice(0, 2), pipeline)
  const rounds: { pipeline: number; bare: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      bare: await measurePace(photos, bare),
      pipeline: await measurePace(photos, pipeline),
    })
  }
  return {
    imagesPerSecond: medianOf(rounds.map((round) => round.pipeline)),
    bareImagesPerSecond: medianOf(rounds.map((round) => round.bare)),
    pipelineVsBare: medianOf(rounds.map((round) => round.pipeline / round.bare)),
    renditionsPerImage: renditions,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }
}

/** Images a second, through the queue that uploads go through. */
async function measurePace(
  photos: readonly Buffer[],
  work: (bytes: Buffer) => Promise<void>,
): Promise<number> {
  const startedAtMs = performance.now()
  await Promise.all(photos.map((bytes) => queueImageWork(() => work(bytes))))
  return (photos.length * 1_000) / (performance.now() - startedAtMs)
}
