'use client'

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import {
  type AssetFilter,
  assetFilterSchema,
  type FacetName,
  facetNameSchema,
} from '@/lib/assets/asset-filter'
import { assetSortSchema, sortOrderSchema, USUAL_ORDER } from '@/lib/assets/asset-list'
import { libraryLayoutSchema, type LibraryQuery } from '@/lib/assets/library-view'

const words = parseAsArrayOf(parseAsString).withDefault([])
const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

const parsers = {
  search: parseAsString.withDefault(''),
  kind: words,
  state: words,
  locale: words,
  market: words,
  tag: words,
  source: words,
  size: words,
  orientation: words,
  color: words,
  rights: words,
  usage: words,
  sort: parseAsStringLiteral(assetSortSchema.options).withDefault('newest'),
  order: parseAsStringLiteral(sortOrderSchema.options),
  layout: parseAsStringLiteral(libraryLayoutSchema.options).withDefault('grid'),
  density: parseAsStringLiteral(DENSITIES).withDefault('comfortable'),
  asset: parseAsString.withDefault(''),
  compare: words,
}

/** What the library shows, all of it in the address: shared, bookmarked and undone by "back". */
export function useLibraryQuery() {
  const [params, setParams] = useQueryStates(parsers)
  const filterKey = JSON.stringify([
    params.search,
    ...facetNameSchema.options.map((n) => params[n]),
  ])
  const filter = useMemo(() => {
    const [search, ...facets] = JSON.parse(filterKey) as [string, ...string[][]]
    return readFilter(search, facets)
  }, [filterKey])
  const { sort, layout, density } = params
  const order = params.order ?? USUAL_ORDER[sort]
  const query: LibraryQuery = { filter, sort, order, layout }

  const setFacet = (name: FacetName, values: readonly string[]) =>
    void setParams({ [name]: values.length > 0 ? [...values] : null })
  const clear = () =>
    void setParams({
      search: null,
      ...Object.fromEntries(facetNameSchema.options.map((name) => [name, null])),
    })
  const apply = (next: LibraryQuery) =>
    void setParams(
      {
        search: next.filter.search ?? null,
        ...Object.fromEntries(facetNameSchema.options.map((n) => [n, next.filter[n] ?? null])),
        ...{ sort: next.sort, order: next.order, layout: next.layout },
      },
      { history: 'push' },
    )
  return { params, setParams, query, filter, density, setFacet, clear, apply }
}

export type LibraryState = ReturnType<typeof useLibraryQuery>

/** A value that is none, in an address written by hand, is passed over. */
function readFilter(search: string, facets: readonly string[][]): AssetFilter {
  const { shape } = assetFilterSchema
  const entries = facetNameSchema.options.flatMap((name, index) => {
    const values = (facets[index] ?? []).filter((value) => shape[name].safeParse([value]).success)
    return values.length > 0 ? [[name, values]] : []
  })
  return assetFilterSchema.parse({
    ...Object.fromEntries(entries),
    ...(search !== '' && { search: search.slice(0, 200) }),
  })
}
