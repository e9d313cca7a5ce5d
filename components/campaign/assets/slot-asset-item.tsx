import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { StatusBadge } from '@/components/ui/status-badge'
import type { DraftAsset } from '@/lib/campaigns/campaign-draft'

interface SlotAssetItemProps {
  asset: DraftAsset
  /** Absent where it need not or may not be approved. */
  onApprove: (() => void) | undefined
  menu: ReactNode
  /** Shows everything about the asset. */
  onOpen: () => void
}

/** One asset of a slot: a card for a picture, a line for copy. */
export function SlotAssetItem({ asset, onApprove, menu, onOpen }: SlotAssetItemProps) {
  const state = (
    <>
      {asset.state !== 'approved' && <StatusBadge status={asset.state} />}
      {asset.isPaused && <StatusBadge status="paused" />}
    </>
  )
  const approve = onApprove && (
    <Button
      size="sm"
      icon={<CircleCheck aria-hidden />}
      onClick={onApprove}
      aria-label={`Approve ${asset.name}`}
    >
      Approve
    </Button>
  )
  if (asset.text !== null) {
    return (
      <li className="flex min-h-10 flex-wrap items-start gap-x-2 py-1.5 sm:flex-nowrap">
        <span dir="auto" className="min-w-0 flex-1 basis-[calc(100%-48px)] py-1 text-sm sm:basis-0">
          {asset.text}
        </span>
        <span className="order-1 flex flex-wrap items-center gap-2 py-0.5 max-sm:empty:hidden sm:order-none">
          {state}
          {approve}
        </span>
        {menu}
      </li>
    )
  }
  return (
    <li className="border-border relative w-36 rounded-lg border max-sm:w-[calc(50%-6px)]">
      <AssetThumbnail
        asset={asset}
        className="aspect-4/3 size-auto w-full rounded-t-[7px] rounded-b-none border-0"
      />
      <div className="space-y-1.5 p-2">
        <p className="truncate text-xs font-medium" title={asset.name}>
          {asset.name}
        </p>
        <div className="flex flex-wrap gap-1 empty:hidden">
          {state}
          {asset.altText === '' && (
            <button
              type="button"
              onClick={onOpen}
              aria-label={`No alt text: describe ${asset.name}`}
              className="rounded-sm"
            >
              <Badge tone="warning" className="underline underline-offset-2">
                No alt text
              </Badge>
            </button>
          )}
        </div>
        {approve}
      </div>
      <span className="bg-surface/90 absolute top-1.5 right-1.5 rounded-md">{menu}</span>
    </li>
  )
}
