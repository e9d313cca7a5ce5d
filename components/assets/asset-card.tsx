import { Captions } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { StatusBadge } from '@/components/ui/status-badge'
import type { AssetResponse } from '@/lib/assets/asset'
import { AssetPicture } from './asset-picture'
import { KIND_LABELS } from '@/lib/assets/kind-labels'

interface AssetCardProps {
  asset: AssetResponse
  isFirst: boolean
  isSelected: boolean
  /** Absent for those who cannot change anything. */
  onSelectedChange?: ((isSelected: boolean) => void) | undefined
  onOpen: () => void
}

export function AssetCard({
  asset,
  isFirst,
  isSelected,
  onSelectedChange,
  onOpen,
}: AssetCardProps) {
  const { name, kind, state, altText, picture } = asset
  return (
    <li
      className={cn(
        'border-border bg-surface hover:border-border-strong relative rounded-lg border transition-colors',
        isSelected && 'border-accent ring-accent ring-1',
      )}
      style={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 220px' }}
    >
      <button type="button" onClick={onOpen} className="block w-full rounded-lg text-left">
        <AssetPicture
          asset={asset}
          isFirst={isFirst}
          className="aspect-4/3 w-full rounded-t-[7px]"
        />
        <span className="block space-y-1.5 p-2.5">
          <span className="block truncate text-sm font-medium" title={name}>
            {name}
          </span>
          <span className="flex flex-wrap items-center gap-1">
            <StatusBadge status={state} />
            {kind !== 'image' && <Badge tone="outline">{KIND_LABELS[kind]}</Badge>}
            {altText === '' && (
              <Badge tone="warning" title="Without alternative text">
                <Captions aria-hidden /> No alt text
              </Badge>
            )}
          </span>
          {picture && (
            <span className="text-muted block text-xs tabular-nums">
              {picture.widthPx} × {picture.heightPx}
            </span>
          )}
        </span>
      </button>
      {onSelectedChange && (
        <span className="bg-surface/90 absolute top-2 left-2 inline-flex rounded-sm p-1">
          <Checkbox
            aria-label={`Select ${name}`}
            checked={isSelected}
            onCheckedChange={onSelectedChange}
          />
        </span>
      )}
    </li>
  )
}
