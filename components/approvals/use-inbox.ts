'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import {
  type AssetReview,
  assetReviewSchema,
  type ReviewBox,
  reviewCountsSchema,
} from '@/lib/approvals/review-api'
import { assetListSchema } from '@/lib/assets/asset-list'

const PAGE_SIZE = 50
/** Others work in the same inbox. */
const REFRESH_MS = 30_000
// Below the assets' own key: whatever changes assets changes what waits for review.
export const REVIEW_KEY = [...ASSETS_KEY, 'review'] as const

/** The assets of one box, what waits longest first, page by page. */
export function useInbox(box: ReviewBox) {
  const query = useInfiniteQuery({
    queryKey: [...REVIEW_KEY, 'box', box],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ box, limit: String(PAGE_SIZE) })
      if (pageParam) params.set('cursor', pageParam)
      return requestApi(`/api/v1/review?${params}`, assetListSchema, { signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
  return { ...query, assets: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

export function useReviewCounts() {
  return useQuery({
    queryKey: [...REVIEW_KEY, 'counts'],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => requestApi('/api/v1/review/counts', reviewCountsSchema, { signal }),
  })
}

/** How an asset stands in review, and all that happened to it. */
export function useAssetReview(assetId: string) {
  return useQuery<AssetReview>({
    queryKey: [...REVIEW_KEY, 'asset', assetId],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/assets/${assetId}/review`, assetReviewSchema, { signal }),
  })
}
