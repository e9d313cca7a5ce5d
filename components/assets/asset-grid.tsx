import { BulkBar } from '@/components/ui/bulk-bar'
import { Checkbox } from '@/components/ui/checkbox'
import { Skeleton } from '@/components/ui/skeleton'
import type { AssetResponse } from '@/lib/assets/asset'
import { AssetCard } from './asset-card'
import { BulkAssetActions } from './bulk-asset-actions'

interface AssetGridProps {
  assets: readonly AssetResponse[]
  loading: boolean
  canSelect: boolean
  selectedIds: readonly string[]
  onSelectedIdsChange: (ids: string[]) => void
  onOpen: (assetId: string) => void
}

const columns = 'grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(176px,1fr))]'

export function AssetGrid({
  assets,
  loading,
  canSelect,
  selectedIds,
  onSelectedIdsChange,
  onOpen,
}: AssetGridProps) {
  if (loading) {
    return (
      <div aria-busy className={`${columns} p-4`}>
        {Array.from({ length: 12 }, (_, index) => (
          <Skeleton key={index} className="h-52 rounded-lg" />
        ))}
      </div>
    )
  }
  const selected = new Set(selectedIds)
  const clear = () => onSelectedIdsChange([])
  const isAll = assets.every(({ id }) => selected.has(id))
  return (
    <div className="space-y-3 p-4">
      {canSelect && (
        <Checkbox
          label={`Select all ${assets.length} shown`}
          checked={isAll || (selected.size > 0 && 'indeterminate')}
          onCheckedChange={(checked) =>
            onSelectedIdsChange(checked ? assets.map(({ id }) => id) : [])
          }
        />
      )}
      <ul className={columns}>
        {assets.map((asset, index) => (
          <AssetCard
            key={asset.id}
            asset={asset}
            isFirst={index < 12}
            isSelected={selected.has(asset.id)}
            onSelectedChange={
              canSelect
                ? (isSelected) =>
                    onSelectedIdsChange(
                      isSelected
                        ? [...selectedIds, asset.id]
                        : selectedIds.filter((id) => id !== asset.id),
                    )
                : undefined
            }
            onOpen={() => onOpen(asset.id)}
          />
        ))}
      </ul>
      {selected.size > 0 && (
        <BulkBar count={selected.size} onClear={clear}>
          <BulkAssetActions assets={assets.filter(({ id }) => selected.has(id))} onClear={clear} />
        </BulkBar>
      )}
    </div>
  )
}
