'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { type Product, productListSchema } from '@/lib/products/product'

const KEY = ['products'] as const
const PAGE_SIZE = 40
const REFRESH_MS = 5_000

/** The workspace's products whose title or key fits, page by page. */
export function useProductList(search: string) {
  const query = useInfiniteQuery({
    queryKey: [...KEY, 'list', search],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ limit: String(PAGE_SIZE), search })
      if (pageParam) params.set('cursor', pageParam)
      return requestApi(`/api/v1/products?${params}`, productListSchema, { signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
  return { ...query, products: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** What the feed says of these products now, by key; asked again while the page is open. */
export function useProducts(keys: readonly string[]): ReadonlyMap<string, Product> {
  const { data } = useQuery({
    queryKey: [...KEY, 'chosen', keys],
    enabled: keys.length > 0,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = new URLSearchParams({ limit: '100', keys: keys.join(',') })
      return requestApi(`/api/v1/products?${params}`, productListSchema, { signal })
    },
  })
  return new Map(data?.items.map((product) => [product.key, product]))
}
