import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { type Fragment, NO_FRAGMENT, renderPicture, toFragment } from './fragment'
import { linkOf } from './picture-sources'

/** Whether a video may follow the ad of a size by itself: within the subload limit of the IAB. */
export function isLightEnough(asset: SnapshotAsset, size: AdSize): boolean {
  if (!asset.video) return false
  return asset.video.fileSizeBytes <= AD_SIZES[size].subloadKb * 1000
}

/**
 * The poster, which is there at once and stays for whoever wants no motion, and over it the video:
 * muted, in a loop, loaded after the ad. One too heavy for the size stays a poster.
 */
export function renderVideo(asset: SnapshotAsset, size: AdSize, baseUrl: string): Fragment {
  const poster = renderPicture('i', asset, size, baseUrl)
  return writeVideo(asset, poster, { className: 'i', size, baseUrl })
}

/** A video over its poster, both with the same classes. */
export function writeVideo(
  asset: SnapshotAsset,
  poster: Fragment,
  { className, size, baseUrl }: { className: string; size: AdSize; baseUrl: string },
): Fragment {
  const { video } = asset
  if (!video || poster === NO_FRAGMENT || !isLightEnough(asset, size)) return poster
  const source = `<source src="${linkOf(video.url, baseUrl)}" type="${video.contentType}">`
  const html = `${poster.html}<video class="${className} v"${writePosition(video)} muted autoplay loop playsinline preload="metadata" disablepictureinpicture aria-hidden="true" tabindex="-1">${source}</video>`
  return toFragment(html, poster.pictureBytes, video.fileSizeBytes)
}

/** The focal point stays in sight, as in the poster. */
function writePosition({ focalX, focalY }: NonNullable<SnapshotAsset['video']>): string {
  if (focalX === undefined || focalY === undefined) return ''
  const percent = (ratio: number): number => Math.round(ratio * 100)
  return ` style="object-position:${percent(focalX)}% ${percent(focalY)}%"`
}
