import Image from 'next/image'
import type { AssetResponse } from '@/lib/assets/asset'
import type { FocalPoint } from '@/lib/assets/crop'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import { CroppedPicture } from './cropped-picture'

interface AssetCropsProps {
  picture: NonNullable<AssetResponse['picture']>
  focal: FocalPoint
  isLogo: boolean
}

/** Wide ones above, the rest beside each other, all at one scale in their row. */
const ROWS: readonly (readonly AdSize[])[] = [
  ['970x250', '728x90'],
  ['300x250', '300x600', '160x600', '320x50'],
]

/** The picture as the six ad sizes cut it. */
export function AssetCrops({ picture, focal, isLogo }: AssetCropsProps) {
  return (
    <div className="space-y-3">
      {ROWS.map((sizes) => (
        <ul key={sizes[0]} className="flex flex-wrap items-end gap-3">
          {sizes.map((size) => (
            <li key={size} className="min-w-0 space-y-1" style={{ width: shownWidth(size) }}>
              <span className="border-border block overflow-hidden rounded-sm border">
                {isLogo ? (
                  <LogoInBox picture={picture} size={size} />
                ) : (
                  <CroppedPicture picture={picture} focal={focal} size={size} />
                )}
              </span>
              <span className="text-muted text-2xs block whitespace-nowrap tabular-nums">
                {size.replace('x', ' × ')}
                {isLarger(size, picture) && !isLogo && (
                  <span className="text-warning"> enlarged</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}

function shownWidth(size: AdSize): string {
  const { widthPx } = AD_SIZES[size]
  return `${Math.round(widthPx * (widthPx > 400 ? 0.31 : 0.3))}px`
}

function isLarger(size: AdSize, picture: AssetCropsProps['picture']): boolean {
  const { widthPx, heightPx } = AD_SIZES[size]
  return picture.widthPx < widthPx || picture.heightPx < heightPx
}

function LogoInBox({ picture, size }: { picture: AssetCropsProps['picture']; size: AdSize }) {
  const { widthPx, heightPx } = AD_SIZES[size]
  return (
    <span
      className="bg-subtle flex items-center justify-center p-1"
      style={{ aspectRatio: `${widthPx} / ${heightPx}` }}
    >
      <Image
        unoptimized
        src={picture.url}
        alt=""
        width={picture.widthPx}
        height={picture.heightPx}
        className="h-auto max-h-full w-auto max-w-full object-contain"
      />
    </span>
  )
}
