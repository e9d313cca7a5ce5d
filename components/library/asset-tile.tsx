import { Captions, Play } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { formatDuration } from '@/lib/assets/video'
import { AssetFace } from './asset-face'
import { type AssetItemProps, handleProps } from './asset-item'
import { RightsBadge } from './rights-badge'
import { SelectMark } from './select-mark'

export function AssetTile(props: AssetItemProps) {
  const { index, asset, density, isActive, isSelected, canSelect, onToggle } = props
  if (!asset) {
    return (
      <div role="gridcell" tabIndex={isActive ? 0 : -1} data-index={index} aria-label="Loading">
        <Skeleton className="size-full rounded-lg" />
      </div>
    )
  }
  const { name, kind, state, altText, picture, rights } = asset
  return (
    <div
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      {...handleProps(props, asset)}
      className={cn(
        'border-border bg-surface hover:border-border-strong relative flex cursor-pointer flex-col overflow-hidden rounded-lg border transition-colors select-none',
        isSelected && 'border-accent ring-accent ring-1',
      )}
    >
      <AssetFace asset={asset} className="pointer-events-none aspect-4/3 w-full shrink-0" />
      {asset.video && (
        <span className="bg-foreground text-background absolute top-1.5 right-1.5 flex items-center gap-1 rounded-sm px-1 text-xs tabular-nums">
          <Play aria-hidden className="size-3" />
          <span className="sr-only">Video of </span>
          {formatDuration(asset.video.durationMs)}
        </span>
      )}
      {density === 'compact' ? (
        <span className="truncate px-2 py-1.5 text-xs" title={name}>
          {name}
        </span>
      ) : (
        <span className="block min-w-0 space-y-1.5 p-2.5">
          <span className="block truncate text-sm font-medium" title={name}>
            {name}
          </span>
          <span className="flex h-5 flex-wrap items-center gap-1 overflow-hidden">
            <StatusBadge status={state} />
            <RightsBadge rights={rights} />
            {kind !== 'image' && <Badge tone="outline">{KIND_LABELS[kind]}</Badge>}
            {picture && altText === '' && (
              <Badge tone="warning" title="Without alternative text">
                <Captions aria-hidden /> No alt text
              </Badge>
            )}
          </span>
        </span>
      )}
      {canSelect && (
        <SelectMark
          name={name}
          isSelected={isSelected}
          onToggle={(isRange) => onToggle(index, isRange)}
          className="bg-surface/90 absolute top-1.5 left-1.5 rounded-sm"
        />
      )}
    </div>
  )
}
