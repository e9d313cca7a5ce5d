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
}

/** One asset of a slot: a card for a picture, a line for copy. */
export function SlotAssetItem({ asset, onApprove, menu }: SlotAssetItemProps) {
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
      <li className="flex min-h-10 items-start gap-2 py-1.5">
        <span dir="auto" className="min-w-0 flex-1 py-1 text-sm">
          {asset.text}
        </span>
        <span className="flex flex-wrap items-center justify-end gap-2 py-0.5">
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
        {asset.altText === '' && <Badge tone="warning">No alt text</Badge>}
        {state}
        {approve}
      </div>
      <span className="bg-surface/90 absolute top-1.5 right-1.5 rounded-md">{menu}</span>
    </li>
  )
}
