import Image from 'next/image'
import type { AssetResponse } from '@/lib/assets/asset'
import type { FocalPoint } from '@/lib/assets/crop'
import { AD_SIZES, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import { CroppedPicture } from './cropped-picture'

interface AssetCropsProps {
  picture: NonNullable<AssetResponse['picture']>
  focal: FocalPoint
  isLogo: boolean
}

/** Side by side at one scale: the wide ones, the tall ones, the small ones. */
const COLUMNS: readonly (readonly AdSize[])[] = [
  ['970x250', '728x90'],
  ['300x600'],
  ['160x600'],
  ['300x250', '320x50', '320x100'],
  ['336x280', 'native'],
]
const SCALE = 0.3

/** The picture as each ad size cuts it. */
export function AssetCrops({ picture, focal, isLogo }: AssetCropsProps) {
  return (
    <div className="flex flex-wrap gap-4">
      {COLUMNS.map((sizes) => (
        <ul key={sizes[0]} className="space-y-3">
          {sizes.map((size) => (
            <li key={size} className="space-y-1">
              <span
                className="border-border block overflow-hidden rounded-sm border"
                style={{ width: AD_SIZES[size].widthPx * SCALE }}
              >
                {isLogo ? (
                  <LogoInBox picture={picture} size={size} />
                ) : (
                  <CroppedPicture picture={picture} focal={focal} size={size} />
                )}
              </span>
              <span className="text-muted text-2xs block whitespace-nowrap tabular-nums">
                {labelAdSize(size)}
                {isLarger(size, picture) && !isLogo && (
                  <span className="text-warning block">enlarged</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
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
