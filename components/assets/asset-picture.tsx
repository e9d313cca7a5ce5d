import { ImageOff } from 'lucide-react'
import Image from 'next/image'
import { cn } from '@/components/ui/cn'
import type { AssetResponse } from '@/lib/assets/asset'

/** A picture of the library in small: cropped around its focal point, a logo whole. */
export function AssetPicture({
  asset,
  isFirst = false,
  className,
}: {
  asset: Pick<AssetResponse, 'kind' | 'picture'>
  /** Among the first of its page: loaded at once, not when it comes into sight. */
  isFirst?: boolean
  className?: string
}) {
  const { kind, picture } = asset
  const isLogo = kind === 'logo'
  const wanted = isLogo ? '970x250' : '300x250'
  const small = picture?.renditions.find(({ size }) => size === wanted)
  return (
    <span
      className={cn(
        'bg-subtle relative flex items-center justify-center overflow-hidden',
        isLogo && 'checkered',
        className,
      )}
      style={
        picture?.blurDataUrl && !isLogo
          ? { backgroundImage: `url(${picture.blurDataUrl})`, backgroundSize: 'cover' }
          : undefined
      }
    >
      {small ? (
        <Image
          unoptimized
          loading={isFirst ? 'eager' : 'lazy'}
          src={small.url}
          alt=""
          width={small.widthPx}
          height={small.heightPx}
          className={cn(
            isLogo
              ? 'h-auto max-h-full w-auto max-w-full object-contain p-3'
              : 'size-full object-cover',
          )}
        />
      ) : (
        <ImageOff aria-hidden className="text-muted size-5" />
      )}
    </span>
  )
}
