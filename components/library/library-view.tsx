'use client'

import { Images, PenLine, Upload } from 'lucide-react'
import { useState } from 'react'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { AssetSheet } from '@/components/assets/asset-sheet'
import { BulkBar } from '@/components/ui/bulk-bar'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { NONE } from '@/lib/assets/asset-filter'
import { BulkActions } from './bulk-actions'
import { CompareDialog } from './compare-dialog'
import { FacetRail } from './facet-rail'
import { FilterChips } from './filter-chips'
import { LibraryBar } from './library-bar'
import { LibraryItems } from './library-items'
import { countSelected, NOTHING, type Selection } from './selection'
import { useAssetFacets, useAssetPages } from './use-asset-pages'
import { useBulkChange } from './use-bulk-change'
import type { LibraryState } from './use-library-query'

interface LibraryViewProps {
  state: LibraryState
  onOpen: (assetId: string) => void
  onUpload: () => void
  onWrite: () => void
}

/** Everything between the page's head and its foot: filters, the list, what is done with it. */
export function LibraryView({ state, onOpen, onUpload, onWrite }: LibraryViewProps) {
  const { canEdit } = useAssetPermissions()
  const { params, setParams, query, filter } = state
  const pages = useAssetPages(query)
  const facets = useAssetFacets(filter).data?.facets
  const { change } = useBulkChange()
  const [isFiltering, setIsFiltering] = useState(false)
  // What is selected belongs to the list it was selected in.
  const listKey = JSON.stringify(filter)
  const [kept, setKept] = useState<{ listKey: string; selection: Selection }>({
    listKey,
    selection: NOTHING,
  })
  const selection = kept.listKey === listKey ? kept.selection : NOTHING
  const select = (next: Selection) => setKept({ listKey, selection: next })
  const count = countSelected(selection, pages.total)
  const knownTags = (facets?.tag ?? []).map(({ value }) => value).filter((tag) => tag !== NONE)
  const onTag = canEdit
    ? (assetIds: string[], tag: string) =>
        change({
          targets: [{ assetIds }],
          change: { kind: 'tag', add: [tag], remove: [] },
          done: `Tagged ${tag}`,
        })
    : null
  const rail = <FacetRail facets={facets} state={state} onTag={onTag} />
  return (
    <div className="grid gap-5 lg:grid-cols-[208px_minmax(0,1fr)]">
      <aside
        aria-label="Filters"
        className="sticky top-5 max-h-[calc(100dvh-40px)] self-start overflow-y-auto pr-1 max-lg:hidden"
      >
        {rail}
      </aside>
      <section aria-label="Assets" className="min-w-0 space-y-3">
        <FilterChips state={state} />
        <div className="border-border bg-surface rounded-lg border">
          <LibraryBar
            {...{ state, selection, canEdit }}
            total={pages.total}
            isCounted={pages.data !== undefined}
            onSelectionChange={select}
            onFilters={() => setIsFiltering(true)}
          />
          {pages.isError && pages.assets.length === 0 ? (
            <ErrorState
              title="The library could not be loaded"
              body={pages.error.message}
              onRetry={() => void pages.refetch()}
            />
          ) : pages.data && pages.total === 0 ? (
            <Empty
              isFiltered={listKey !== '{}'}
              {...{ canEdit, onUpload, onWrite }}
              onClear={state.clear}
            />
          ) : (
            <LibraryItems
              {...{ pages, state, selection, canEdit, onOpen }}
              onSelectionChange={select}
            />
          )}
        </div>
        {canEdit && count > 0 && (
          <BulkBar count={count} onClear={() => select(NOTHING)}>
            <BulkActions
              {...{ selection, filter, knownTags }}
              onClear={() => select(NOTHING)}
              onCompare={(ids) => void setParams({ compare: ids }, { history: 'push' })}
            />
          </BulkBar>
        )}
      </section>
      <Sheet open={isFiltering} onOpenChange={setIsFiltering}>
        <SheetContent side="bottom" title="Filters">
          {rail}
        </SheetContent>
      </Sheet>
      <AssetSheet
        assetId={params.asset || null}
        knownTags={knownTags}
        listed={pages.assets}
        onOpen={(asset) => void setParams({ asset })}
        onClose={() => void setParams({ asset: null })}
      />
      <CompareDialog
        assetIds={params.compare.slice(0, 4)}
        onClose={() => void setParams({ compare: null })}
      />
    </div>
  )
}

interface EmptyProps extends Pick<LibraryViewProps, 'onUpload' | 'onWrite'> {
  isFiltered: boolean
  canEdit: boolean
  onClear: () => void
}

function Empty({ isFiltered, canEdit, onUpload, onWrite, onClear }: EmptyProps) {
  if (isFiltered) {
    return (
      <EmptyState
        title="Nothing fits"
        body="Change the search, or take a filter away."
        action={<Button onClick={onClear}>Show everything</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={<Images />}
      title="Nothing here yet"
      body="Drop your pictures anywhere on this page, hundreds at a time, and write a few headlines. The more there are, the more the ads can learn."
      action={
        canEdit && (
          <div className="flex flex-wrap justify-center gap-2">
            <Button icon={<PenLine aria-hidden />} onClick={onWrite}>
              Write the first words
            </Button>
            <Button variant="primary" icon={<Upload aria-hidden />} onClick={onUpload}>
              Choose pictures
            </Button>
          </div>
        )
      }
    />
  )
}
