'use client'

import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { AssetWindow } from './asset-window'
import { isSelected, type Selection } from './selection'
import { TableHead } from './table-head'
import type { AssetPages } from './use-asset-pages'
import type { LibraryState } from './use-library-query'

interface LibraryItemsProps {
  pages: AssetPages
  state: LibraryState
  selection: Selection
  canEdit: boolean
  onSelectionChange: (selection: Selection) => void
  onOpen: (assetId: string) => void
}

/** The list as a grid or a table, its skeleton, and the way on after a page that did not come. */
export function LibraryItems(props: LibraryItemsProps) {
  const { pages, state, selection, canEdit, onSelectionChange, onOpen } = props
  const { setParams, query, density } = state
  const { layout, sort, order } = query
  if (!pages.data) {
    return (
      <div aria-busy className="grid grid-cols-2 gap-3 p-3 sm:grid-cols-4 xl:grid-cols-5">
        {Array.from({ length: 15 }, (_, index) => (
          <Skeleton
            key={index}
            className={layout === 'grid' ? 'h-52 rounded-lg' : 'col-span-full h-8'}
          />
        ))}
      </div>
    )
  }
  const window = (
    <AssetWindow
      key={layout}
      {...{ pages, layout, density, selection, onSelectionChange, onOpen }}
      listKey={JSON.stringify([query, density])}
      dragIds={
        canEdit
          ? ({ id }) =>
              selection.kind === 'some' && isSelected(selection, id) ? [...selection.ids] : [id]
          : null
      }
    />
  )
  return (
    <div
      aria-busy={pages.isPlaceholderData}
      className={pages.isPlaceholderData ? 'opacity-60' : ''}
    >
      <div
        role="grid"
        aria-label="Assets"
        aria-multiselectable={canEdit}
        aria-rowcount={layout === 'table' ? pages.total + 1 : undefined}
        className={layout === 'grid' ? 'p-3' : undefined}
      >
        {layout === 'table' && (
          <TableHead
            {...{ sort, order }}
            onSort={(nextSort, nextOrder) => void setParams({ sort: nextSort, order: nextOrder })}
          />
        )}
        {window}
      </div>
      {pages.isFetchNextPageError && (
        <p className="border-border flex items-center justify-between gap-3 border-t px-4 py-2 text-sm">
          More could not be loaded.
          <Button size="sm" onClick={() => void pages.fetchNextPage()}>
            Try again
          </Button>
        </p>
      )}
    </div>
  )
}
