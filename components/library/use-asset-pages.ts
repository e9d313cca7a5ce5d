'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { type AssetFilter, writeAssetFilter } from '@/lib/assets/asset-filter'
import { assetFacetsSchema, assetListSchema } from '@/lib/assets/asset-list'
import type { LibraryQuery } from '@/lib/assets/library-view'

const PAGE_SIZE = 100
/** Long enough to come back to the same place. */
const KEPT_MS = 600_000

/** The assets that fit, page by page; `total` of them, of which the first `assets.length` are here. */
export function useAssetPages({ filter, sort, order }: Omit<LibraryQuery, 'layout'>) {
  const query = useInfiniteQuery({
    queryKey: [...ASSETS_KEY, 'list', 'library', filter, sort, order],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
    staleTime: 60_000,
    // A hundred pages are not read again because a window was looked away from.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({
        ...writeAssetFilter(filter),
        ...{ sort, order, limit: String(PAGE_SIZE), renditions: 'none' },
        ...(pageParam !== '' && { cursor: pageParam }),
      })
      return requestApi(`/api/v1/assets?${params}`, assetListSchema, { signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
  const { data } = query
  const assets = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.items) ?? []
    // What moved between pages while they were read is shown once.
    return [...new Map(all.map((asset) => [asset.id, asset])).values()]
  }, [data])
  const told = data?.pages[0]?.total ?? 0
  const total = query.hasNextPage ? Math.max(told, assets.length) : assets.length
  return { ...query, assets, total }
}

export type AssetPages = ReturnType<typeof useAssetPages>

/** Reads on until the row that is looked at has come. */
export function useReadUntil(pages: AssetPages, index: number): void {
  const { assets, hasNextPage, isFetching, isError, fetchNextPage } = pages
  const isNeeded = index + PAGE_SIZE / 2 >= assets.length
  useEffect(() => {
    if (isNeeded && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [isNeeded, hasNextPage, isFetching, isError, fetchNextPage, assets.length])
}

export function useAssetFacets(filter: AssetFilter) {
  return useQuery({
    queryKey: [...ASSETS_KEY, 'list', 'facets', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      requestApi(
        `/api/v1/assets/facets?${new URLSearchParams(writeAssetFilter(filter))}`,
        assetFacetsSchema,
        { signal },
      ),
  })
}
