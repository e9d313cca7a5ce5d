'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FACETS, labelFacetValue } from './facet-labels'
import type { LibraryState } from './use-library-query'

/** What is filtered by, each to be taken away. */
export function FilterChips({ state }: { state: LibraryState }) {
  const { params, setFacet, setParams, clear } = state
  const chips = FACETS.flatMap(({ name }) =>
    params[name].map((value) => ({
      key: `${name}:${value}`,
      label: labelFacetValue(name, value),
      remove: () =>
        setFacet(
          name,
          params[name].filter((one) => one !== value),
        ),
    })),
  )
  if (chips.length === 0 && params.search === '') return null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {params.search !== '' && (
        <Chip label={`“${params.search}”`} onRemove={() => void setParams({ search: null })} />
      )}
      {chips.map(({ key, label, remove }) => (
        <Chip key={key} label={label} onRemove={remove} />
      ))}
      <Button size="sm" variant="ghost" onClick={clear}>
        Clear all
      </Button>
    </div>
  )
}

function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Button
      size="sm"
      aria-label={`Remove the filter ${label}`}
      onClick={onRemove}
      className="max-w-60"
    >
      <span className="truncate">{label}</span> <X aria-hidden />
    </Button>
  )
}
