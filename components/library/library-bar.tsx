'use client'

import { LayoutGrid, Rows3, SlidersHorizontal, TextAlignJustify } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { formatCount } from '@/components/ui/format-number'
import { IconButton } from '@/components/ui/icon-button'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { type AssetSort, USUAL_ORDER } from '@/lib/assets/asset-list'
import { SavedViews } from './saved-views'
import { countSelected, NOTHING, type Selection } from './selection'
import type { LibraryState } from './use-library-query'

const SORTS: { value: AssetSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'name', label: 'By name' },
  { value: 'updated', label: 'Last changed' },
  { value: 'rights_end', label: 'Rights end first' },
  { value: 'weight', label: 'Heaviest first' },
]
const LAYOUTS = [
  { value: 'grid' as const, label: 'Grid', icon: <LayoutGrid aria-hidden /> },
  { value: 'table' as const, label: 'Table', icon: <Rows3 aria-hidden /> },
]

interface LibraryBarProps {
  state: LibraryState
  total: number
  isCounted: boolean
  selection: Selection
  onSelectionChange: (selection: Selection) => void
  canEdit: boolean
  onFilters: () => void
}

/** Over the list, in sight while it scrolls. */
export function LibraryBar(props: LibraryBarProps) {
  const { state, total, isCounted, selection, onSelectionChange, canEdit, onFilters } = props
  const { params, setParams, query, density } = state
  const count = countSelected(selection, total)
  return (
    <div className="border-border bg-surface top-12 z-10 flex flex-wrap items-center gap-2 rounded-t-lg border-b p-3 md:sticky lg:top-0">
      {canEdit && (
        <Checkbox
          aria-label={`Select all ${formatCount(total)}`}
          checked={count > 0 && count === total ? true : count > 0 && 'indeterminate'}
          onCheckedChange={(checked) =>
            onSelectionChange(checked ? { kind: 'all', except: new Set() } : NOTHING)
          }
        />
      )}
      <SearchInput
        label="Search the library"
        value={params.search}
        onValueChange={(search) => void setParams({ search: search || null })}
        className="max-md:order-first max-md:basis-full"
      />
      <Button className="lg:hidden" icon={<SlidersHorizontal aria-hidden />} onClick={onFilters}>
        Filters
      </Button>
      <span role="status" className="text-muted mr-auto text-sm whitespace-nowrap tabular-nums">
        {isCounted && (total === 1 ? 'One asset' : `${formatCount(total)} assets`)}
      </span>
      <SavedViews state={state} canEdit={canEdit} />
      <Select
        aria-label="Order"
        className="w-40"
        value={query.sort}
        onValueChange={(sort) => void setParams({ sort, order: USUAL_ORDER[sort] })}
        options={SORTS}
      />
      <Segmented
        aria-label="Layout"
        value={query.layout}
        onValueChange={(layout) => void setParams({ layout })}
        options={LAYOUTS}
      />
      <IconButton
        className="max-md:hidden"
        label={density === 'compact' ? 'Show more of each' : 'Show more at once'}
        aria-pressed={density === 'compact'}
        onClick={() =>
          void setParams({ density: density === 'compact' ? 'comfortable' : 'compact' })
        }
      >
        <TextAlignJustify
          aria-hidden
          className={density === 'compact' ? 'text-accent' : undefined}
        />
      </IconButton>
    </div>
  )
}
