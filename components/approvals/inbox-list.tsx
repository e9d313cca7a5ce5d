'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { LocalTime } from '@/components/ui/local-time'
import { AssetFace } from '@/components/library/asset-face'
import type { AssetResponse } from '@/lib/assets/asset'
import { KIND_LABELS } from '@/lib/assets/kind-labels'

interface InboxListProps {
  assets: readonly AssetResponse[]
  openId: string | null
  onOpen: (assetId: string) => void
  /** Null where nothing can be done with many at once. */
  selected: ReadonlySet<string> | null
  onToggle: (assetId: string, isSelected: boolean) => void
}

/** What is in the box, what waits longest first. */
export function InboxList({ assets, openId, onOpen, selected, onToggle }: InboxListProps) {
  return (
    <ul aria-label="Assets" className="divide-border divide-y">
      {assets.map((asset) => (
        <li
          key={asset.id}
          className={cn(
            'flex items-center gap-3 px-3 py-2',
            asset.id === openId && 'bg-accent-subtle',
          )}
        >
          {selected && (
            <Checkbox
              aria-label={`Select ${asset.name}`}
              checked={selected.has(asset.id)}
              onCheckedChange={(isSelected) => onToggle(asset.id, isSelected)}
            />
          )}
          <button
            type="button"
            id={rowId(asset.id)}
            aria-current={asset.id === openId ? 'true' : undefined}
            onClick={() => onOpen(asset.id)}
            className="flex min-w-0 flex-1 items-center gap-3 rounded-md text-left"
          >
            <AssetFace
              asset={asset}
              className="h-12 w-16 shrink-0 rounded-md text-[0px] [&_span]:text-[0.5rem]"
            />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">{asset.name}</span>
              <span className="text-muted block truncate text-xs">
                {KIND_LABELS[asset.kind]}, changed <LocalTime time={asset.updatedAt} />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export const rowId = (assetId: string) => `inbox-${assetId}`
