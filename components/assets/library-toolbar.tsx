'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'
import { assetStateSchema } from '@/lib/assets/asset-state'
import { STATE_LABELS } from './kind-labels'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { KINDS_OF_VIEW, LIBRARY_VIEWS, type useLibraryFilter } from './use-library-filter'

const VIEW_LABELS = { pictures: 'Pictures', copy: 'Copy' }
const STATE_OPTIONS = [
  { value: 'all' as const, label: 'All but archived' },
  ...assetStateSchema.options.map((value) => ({ value, label: STATE_LABELS[value] })),
]

export function LibraryToolbar({
  params,
  setParams,
}: Pick<ReturnType<typeof useLibraryFilter>, 'params' | 'setParams'>) {
  const { view, kind, state, search, tag } = params
  return (
    <Toolbar
      className="border-border mb-0 border-b p-3"
      end={
        <>
          <Select
            aria-label="Kind"
            className="w-36"
            value={kind}
            onValueChange={(next) => void setParams({ kind: next })}
            options={[
              { value: 'all' as const, label: 'All kinds' },
              ...KINDS_OF_VIEW[view].map((value) => ({ value, label: KIND_LABELS[value] })),
            ]}
          />
          <Select
            aria-label="State"
            className="w-40"
            value={state}
            onValueChange={(next) => void setParams({ state: next })}
            options={STATE_OPTIONS}
          />
        </>
      }
    >
      <Segmented
        aria-label="What to see"
        value={view}
        onValueChange={(next) => void setParams({ view: next, kind: 'all' })}
        options={LIBRARY_VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }))}
      />
      <SearchInput
        label={`Search ${VIEW_LABELS[view].toLowerCase()}`}
        value={search}
        onValueChange={(next) => void setParams({ search: next })}
      />
      {tag && (
        <Button
          size="sm"
          aria-label={`Remove the filter by tag ${tag}`}
          onClick={() => void setParams({ tag: '' })}
        >
          Tag: {tag} <X aria-hidden />
        </Button>
      )}
    </Toolbar>
  )
}
