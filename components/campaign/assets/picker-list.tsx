'use client'

import { useCallback, useState } from 'react'
import { AssetPicture } from '@/components/assets/asset-picture'
import { STATE_LABELS } from '@/components/assets/kind-labels'
import { LoadMore } from '@/components/assets/load-more'
import { useAssetList } from '@/components/assets/use-assets'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import type { AssetResponse } from '@/lib/assets/asset'
import type { AssetKind } from '@/lib/decision/snapshot'

interface PickerListProps {
  kind: AssetKind
  chosenIds: readonly string[]
  onAdd: (asset: AssetResponse) => void
  onRemove: (assetId: string) => void
  onCreate: (() => void) | undefined
  createLabel: string
}

const STATES = ['all', 'approved', 'in_review', 'draft'] as const
type State = (typeof STATES)[number]

export function PickerList({
  kind,
  chosenIds,
  onAdd,
  onRemove,
  onCreate,
  createLabel,
}: PickerListProps) {
  const [search, setSearch] = useState('')
  const [state, setState] = useState<State>('all')
  const list = useAssetList({ kind, search, state: state === 'all' ? undefined : state })
  const { fetchNextPage } = list
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const isFiltered = search !== '' || state !== 'all'
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        <SearchInput label="Search" value={search} onValueChange={setSearch} />
        <Select
          aria-label="State"
          className="w-36"
          value={state}
          onValueChange={setState}
          options={STATES.map((value) => ({
            value,
            label: value === 'all' ? 'All states' : STATE_LABELS[value],
          }))}
        />
      </div>
      {list.isPending ? (
        <div aria-busy className="space-y-2">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      ) : list.isError && list.assets.length === 0 ? (
        <ErrorState
          title="The library could not be loaded"
          body={list.error.message}
          onRetry={() => void list.refetch()}
        />
      ) : list.assets.length === 0 ? (
        <EmptyState
          title={isFiltered ? 'Nothing fits' : 'The library has none of these yet'}
          body={isFiltered ? 'Change the search or the state.' : undefined}
          action={!isFiltered && onCreate && <Button onClick={onCreate}>{createLabel}</Button>}
        />
      ) : (
        <div className="border-border overflow-hidden rounded-md border">
          <ul className="divide-border divide-y">
            {list.assets.map((asset) => {
              const isChosen = chosenIds.includes(asset.id)
              return (
                <li
                  key={asset.id}
                  className={cn(
                    'hover:bg-subtle/60 relative flex items-center gap-3 px-3 py-2',
                    isChosen && 'bg-accent-subtle hover:bg-accent-subtle',
                  )}
                >
                  <Checkbox
                    aria-label={asset.text ?? asset.name}
                    checked={isChosen}
                    onCheckedChange={(checked) => (checked ? onAdd(asset) : onRemove(asset.id))}
                    className="static after:absolute after:inset-0"
                  />
                  {asset.picture && (
                    <AssetPicture asset={asset} className="h-12 w-16 shrink-0 rounded-sm" />
                  )}
                  <span dir="auto" className="min-w-0 flex-1 text-sm">
                    <span className={asset.picture ? 'block truncate' : 'line-clamp-2'}>
                      {asset.text ?? asset.name}
                    </span>
                    {asset.picture && (
                      <span className="text-muted block text-xs tabular-nums">
                        {asset.picture.widthPx} × {asset.picture.heightPx}
                      </span>
                    )}
                  </span>
                  <StatusBadge status={asset.state} />
                </li>
              )
            })}
          </ul>
          <LoadMore
            shown={list.assets.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            onMore={more}
          />
        </div>
      )}
    </div>
  )
}
