import { cn } from '@/components/ui/cn'
import { formatDate } from '@/components/ui/format-date'
import { formatBytes } from '@/components/ui/format-number'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import type { AssetResponse } from '@/lib/assets/asset'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { formatDuration } from '@/lib/assets/video'
import { AssetFace } from './asset-face'
import { type AssetItemProps, handleProps } from './asset-item'
import { SelectMark } from './select-mark'
import { TABLE_COLUMNS } from './table-head'

export function AssetRow(props: AssetItemProps) {
  const { index, asset, density, isActive, isSelected, canSelect, onToggle } = props
  const line = {
    role: 'row',
    'aria-rowindex': index + 2,
    'data-index': index,
    tabIndex: isActive ? 0 : -1,
  }
  if (!asset) {
    return (
      <div {...line} className="border-border flex items-center border-b px-3">
        <span role="gridcell" aria-label="Loading" className="w-full">
          <Skeleton className="h-4 w-2/3" />
        </span>
      </div>
    )
  }
  return (
    <div
      {...line}
      {...handleProps(props, asset)}
      className={cn(
        TABLE_COLUMNS,
        'border-border hover:bg-subtle cursor-pointer border-b px-3 text-sm select-none',
        isSelected && 'bg-accent-subtle hover:bg-accent-subtle',
      )}
    >
      <span role="gridcell">
        {canSelect && (
          <SelectMark
            name={asset.name}
            isSelected={isSelected}
            onToggle={(isRange) => onToggle(index, isRange)}
          />
        )}
      </span>
      <span role="gridcell" className="flex min-w-0 items-center gap-2.5">
        {density === 'comfortable' && asset.text === null && (
          <AssetFace asset={asset} className="pointer-events-none size-10 shrink-0 rounded-sm" />
        )}
        <span className="min-w-0">
          <span dir="auto" className="block truncate font-medium" title={asset.text ?? asset.name}>
            {asset.text ?? asset.name}
          </span>
          {density === 'comfortable' && (
            <span className="text-muted block truncate text-xs">
              {KIND_LABELS[asset.kind]}
              {asset.video && ` · ${formatDuration(asset.video.durationMs)}`}
              {asset.tags.length > 0 && ` · ${asset.tags.join(', ')}`}
            </span>
          )}
        </span>
      </span>
      <span role="gridcell">
        <StatusBadge status={asset.state} />
      </span>
      <span role="gridcell" className="text-muted truncate max-lg:hidden">
        {asset.locale}
      </span>
      <span role="gridcell" className="text-muted truncate max-lg:hidden">
        {asset.markets.length === 0 ? 'Everywhere' : asset.markets.join(', ')}
      </span>
      <span role="gridcell" className="text-muted truncate tabular-nums max-md:hidden">
        {asset.rightsEndAt === null ? 'No end' : formatDate(asset.rightsEndAt)}
      </span>
      <span role="gridcell" className="text-muted text-right tabular-nums max-md:hidden">
        {weightOf(asset)}
      </span>
      <span role="gridcell" className="text-muted truncate pl-3 tabular-nums max-md:hidden">
        {formatDate(asset.updatedAt)}
      </span>
    </div>
  )
}

function weightOf({ video, picture }: AssetResponse): string {
  const bytes = (video ?? picture)?.fileSizeBytes
  return bytes === undefined ? '–' : formatBytes(bytes)
}
