'use client'

import { useState } from 'react'
import { AssetPicture } from '@/components/assets/asset-picture'
import { STATE_LABELS } from '@/components/assets/kind-labels'
import { useAssetList } from '@/components/assets/use-assets'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PickList } from '@/components/ui/pick-list'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
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
      <PickList
        query={list}
        items={list.assets}
        noun="The library"
        empty={
          <EmptyState
            title={isFiltered ? 'Nothing fits' : 'The library has none of these yet'}
            body={isFiltered ? 'Change the search or the state.' : undefined}
            action={!isFiltered && onCreate && <Button onClick={onCreate}>{createLabel}</Button>}
          />
        }
        keyOf={({ id }) => id}
        labelOf={({ text, name }) => text ?? name}
        chosenKeys={chosenIds}
        onToggle={(asset, isChosen) => (isChosen ? onAdd(asset) : onRemove(asset.id))}
      >
        {(asset) => (
          <>
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
          </>
        )}
      </PickList>
    </div>
  )
}
