import type { FocalPoint } from '@/lib/assets/crop'
import { ProblemError } from '@/lib/http/problem'
import type { AssetRendition } from '@/prisma/generated/client'
import type { BlobStore } from './blob-store'
import type { Pixels } from './decode-image'
import { makeMaster } from './process-image'
import { readMasterPixels } from './read-master-pixels'
import { renderRenditions } from './render-renditions'
import { storeRenditions } from './store-renditions'
import { type PictureSummary, pickSummary, summarisePicture } from './summarise-picture'

/** The picture of a video, cut to the video's shape, and its renditions, all in the store. */
export interface Poster {
  readonly sha256: string
  readonly summary: PictureSummary
  readonly renditions: readonly Omit<AssetRendition, 'assetId'>[]
}

const CENTRE: FocalPoint = { focalX: 0.5, focalY: 0.5 }

/** Takes a picture as a video's poster, cropped for ads around the video's focal point. Throws `unprocessable` for one that cannot be used. */
export async function storePoster(
  store: BlobStore,
  bytes: Uint8Array,
  video: { readonly widthPx: number; readonly heightPx: number },
  focal: FocalPoint = CENTRE,
): Promise<Poster> {
  const made = await makeMaster(bytes, video.widthPx / video.heightPx)
  if (made.kind === 'invalid') {
    const message = `The poster: ${made.issues[0]?.message ?? 'not usable.'}`
    throw new ProblemError('unprocessable', message, [{ path: 'poster', message }])
  }
  const { master } = made
  const renditions = await storeRenditionsOf(store, master.pixels, focal)
  await store.write(master.bytes)
  return { sha256: master.sha256, summary: pickSummary(master), renditions }
}

/** A poster that is in the store already, rendered again. */
export async function renderPoster(
  store: BlobStore,
  sha256: string,
  focal: FocalPoint,
): Promise<Poster> {
  const pixels = await readMasterPixels(store, sha256)
  const summary = await summarisePicture(pixels)
  return { sha256, summary, renditions: await storeRenditionsOf(store, pixels, focal) }
}

async function storeRenditionsOf(
  store: BlobStore,
  pixels: Pixels,
  focal: FocalPoint,
): Promise<Poster['renditions']> {
  return storeRenditions(store, await renderRenditions(pixels, 'image', focal))
}
