'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { FacetName } from '@/lib/assets/asset-filter'
import type { AssetFacets } from '@/lib/assets/asset-list'
import { ColorFacet } from './color-facet'
import { FACETS } from './facet-labels'
import { FacetValue } from './facet-value'
import type { LibraryState } from './use-library-query'

const FEW = 6

interface FacetRailProps {
  facets: AssetFacets['facets'] | undefined
  state: LibraryState
  /** Assets dropped on a tag; null where nothing may be changed. */
  onTag: ((assetIds: string[], tag: string) => void) | null
}

/** What can be filtered by, with how many there are of each. */
export function FacetRail({ facets, state, onTag }: FacetRailProps) {
  if (!facets) {
    return (
      <div aria-busy className="space-y-3">
        {Array.from({ length: 12 }, (_, index) => (
          <Skeleton key={index} className="h-5" />
        ))}
      </div>
    )
  }
  return (
    <div className="space-y-5">
      {FACETS.map(({ name, label }) => (
        <FacetGroup
          key={name}
          name={name}
          label={label}
          counts={facets[name]}
          {...{ state, onTag }}
        />
      ))}
    </div>
  )
}

interface FacetGroupProps extends Pick<FacetRailProps, 'state' | 'onTag'> {
  name: FacetName
  label: string
  counts: readonly { value: string; count: number }[]
}

function FacetGroup({ name, label, counts, state, onTag }: FacetGroupProps) {
  const [isLong, setIsLong] = useState(false)
  const chosen: readonly string[] = state.params[name]
  const missing = chosen.filter((value) => !counts.some((one) => one.value === value))
  const all = [...missing.map((value) => ({ value, count: 0 })), ...counts]
  if (all.length === 0 || (all.length === 1 && chosen.length === 0 && name !== 'tag')) return null
  const shown = all.filter(({ value }, at) => isLong || at < FEW || chosen.includes(value))
  const flip = (value: string) =>
    state.setFacet(
      name,
      chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
    )
  return (
    <section aria-label={label} className="space-y-1">
      <h3 className="text-muted flex h-6 items-center justify-between text-xs font-medium">
        {label}
        {chosen.length > 0 && (
          <Button size="sm" variant="link" onClick={() => state.setFacet(name, [])}>
            Clear
          </Button>
        )}
      </h3>
      {name === 'color' ? (
        <ColorFacet counts={all} chosen={chosen} onFlip={flip} />
      ) : (
        <ul>
          {shown.map(({ value, count }) => (
            <FacetValue
              key={value}
              {...{ name, value, count }}
              isChosen={chosen.includes(value)}
              onFlip={() => flip(value)}
              onDropAssets={name === 'tag' && onTag ? (ids) => onTag(ids, value) : null}
            />
          ))}
        </ul>
      )}
      {name !== 'color' && all.length > FEW && (
        <Button size="sm" variant="link" aria-expanded={isLong} onClick={() => setIsLong(!isLong)}>
          {isLong ? 'Fewer' : `All ${all.length}`}
        </Button>
      )}
    </section>
  )
}
