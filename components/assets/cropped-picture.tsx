import Image from 'next/image'
import type { AssetResponse } from '@/lib/assets/asset'
import type { FocalPoint } from '@/lib/assets/crop'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import { cropForAdSize } from './crop-for-ad-size'

interface CroppedPictureProps {
  picture: NonNullable<AssetResponse['picture']>
  focal: FocalPoint
  size: AdSize
}

/** What an ad of one size shows of a picture that fills it; moves with the focal point at once. */
export function CroppedPicture({ picture, focal, size }: CroppedPictureProps) {
  const crop = cropForAdSize(picture, focal, size)
  const { widthPx, heightPx } = AD_SIZES[size]
  const percent = (ratio: number) => `${ratio * 100}%`
  return (
    <span
      className="bg-subtle relative block size-full overflow-hidden"
      style={{ aspectRatio: `${widthPx} / ${heightPx}` }}
    >
      <Image
        unoptimized
        src={picture.url}
        alt=""
        width={picture.widthPx}
        height={picture.heightPx}
        className="absolute max-w-none"
        style={{
          width: percent(picture.widthPx / crop.widthPx),
          height: percent(picture.heightPx / crop.heightPx),
          left: percent(-crop.leftPx / crop.widthPx),
          top: percent(-crop.topPx / crop.heightPx),
        }}
      />
    </span>
  )
}
