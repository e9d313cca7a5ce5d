import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { Badge } from '@/components/ui/badge'
import type { DraftAsset } from '@/lib/campaigns/campaign-draft'

/** An element with its picture in small; one that is gone from the draft by its words only. */
export function ElementName({ asset, name }: { asset: DraftAsset | null; name: string }) {
  return (
    <span className="flex min-w-36 items-center gap-2">
      {asset && <AssetThumbnail asset={asset} className="size-8" />}
      <span className="min-w-0 text-sm font-medium wrap-anywhere" dir="auto">
        {name}
        {asset?.isPaused && (
          <Badge tone="warning" className="ml-1.5">
            Paused
          </Badge>
        )}
      </span>
    </span>
  )
}
