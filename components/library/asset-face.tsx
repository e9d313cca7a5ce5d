import { AssetPicture } from '@/components/assets/asset-picture'
import { ThemeSwatches } from '@/components/assets/theme-swatches'
import { cn } from '@/components/ui/cn'
import type { AssetResponse } from '@/lib/assets/asset'

/** What an asset looks like in small: its picture, its words or its colours. */
export function AssetFace({ asset, className }: { asset: AssetResponse; className?: string }) {
  if (asset.theme) return <ThemeSwatches theme={asset.theme} className={className} />
  if (asset.text === null) return <AssetPicture asset={asset} className={className} />
  return (
    <span
      dir="auto"
      className={cn('bg-subtle flex items-center justify-center overflow-hidden p-2', className)}
    >
      <span className="line-clamp-4 text-center text-sm text-balance wrap-anywhere">
        {asset.text}
      </span>
    </span>
  )
}
