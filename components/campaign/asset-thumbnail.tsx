import { ImageOff } from 'lucide-react'
import Image from 'next/image'
import { cn } from '@/components/ui/cn'
import type { SnapshotAsset } from '@/lib/decision/snapshot'

interface AssetThumbnailProps {
  asset: Pick<SnapshotAsset, 'kind' | 'text' | 'altText' | 'renditions'>
  className?: string
}

/** A picture in small, or the first letters of a text. Decorative: its name stands beside it. */
export function AssetThumbnail({ asset, className }: AssetThumbnailProps) {
  const box = cn(
    'border-border bg-subtle inline-flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-md border',
    className,
  )
  if (asset.text !== null) {
    return (
      <span aria-hidden className={cn(box, 'text-muted text-xs font-medium')}>
        Aa
      </span>
    )
  }
  const picture =
    asset.renditions.find(({ size }) => size === '300x250') ?? asset.renditions.at(0) ?? null
  return (
    <span aria-hidden className={cn(box, asset.kind === 'logo' && 'checkered')}>
      {picture ? (
        <Image
          unoptimized
          src={picture.url}
          alt=""
          width={picture.widthPx}
          height={picture.heightPx}
          className={cn('size-full', asset.kind === 'logo' ? 'object-contain' : 'object-cover')}
        />
      ) : (
        <ImageOff className="text-muted size-4" />
      )}
    </span>
  )
}
