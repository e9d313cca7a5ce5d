'use client'

import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { requestApi } from '@/components/api/request-api'
import type { AdSize } from '@/lib/decision/ad-size'
import {
  type CreateReviewNote,
  type Review,
  type ReviewAd,
  reviewAdsSchema,
  reviewNoteSchema,
  reviewSchema,
} from '@/lib/reviews/review'

const CHUNK = 12
const pathOf = (token: string) => `/api/v1/reviews/${encodeURIComponent(token)}` as const
const reviewKey = (token: string) => ['review', token] as const

export function useReview(token: string, initialData: Review) {
  return useQuery({
    queryKey: reviewKey(token),
    queryFn: ({ signal }) => requestApi(pathOf(token), reviewSchema, { signal }),
    initialData,
  })
}

/** Ads by rank, fetched a dozen at a time as they come into view. */
export function useReviewAds(token: string, size: AdSize) {
  const [chunks, setChunks] = useState<readonly number[]>([0])
  const results = useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ['review-ads', token, size, chunk],
      staleTime: Infinity,
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const query = new URLSearchParams({ from: `${chunk * CHUNK}`, limit: `${CHUNK}`, size })
        return requestApi(`${pathOf(token)}/ads?${query}`, reviewAdsSchema, { signal })
      },
    })),
  })
  const need = useCallback((rank: number) => {
    const chunk = Math.floor(rank / CHUNK)
    setChunks((known) => (known.includes(chunk) ? known : [...known.slice(-40), chunk]))
  }, [])
  return {
    adAt(rank: number): ReviewAd | undefined {
      const place = chunks.indexOf(Math.floor(rank / CHUNK))
      return results[place]?.data?.ads[rank % CHUNK]
    },
    error: results.find(({ error }) => error)?.error ?? null,
    need,
  }
}

/** Calls `need` for a rank once it is on the screen. */
export function useNeed(rank: number, need: (rank: number) => void) {
  useEffect(() => {
    const timer = setTimeout(() => need(rank), 80)
    return () => clearTimeout(timer)
  }, [rank, need])
}

/** One ad in every size. */
export function useReviewAd(token: string, rank: number | null) {
  return useQuery({
    queryKey: ['review-ad', token, rank],
    enabled: rank !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { ads } = await requestApi(
        `${pathOf(token)}/ads?from=${rank}&limit=1`,
        reviewAdsSchema,
        { signal },
      )
      return ads[0] ?? null
    },
  })
}

export function useCreateNote(token: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateReviewNote) =>
      requestApi(`${pathOf(token)}/notes`, reviewNoteSchema, { method: 'POST', body }),
    onSuccess: (note) =>
      queryClient.setQueryData<Review>(
        reviewKey(token),
        (review) => review && { ...review, notes: [note, ...review.notes] },
      ),
    // The form shows it.
    onError: () => undefined,
  })
}
