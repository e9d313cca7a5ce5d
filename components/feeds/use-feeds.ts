'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { type FeedInput, feedSchema, feedValueSchema, feedWithSecretSchema } from '@/lib/feeds/feed'

const KEY = ['feeds']
const REFRESH_MS = 5_000

export function useFeeds() {
  return useQuery({
    queryKey: KEY,
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) =>
      requestApi('/api/v1/feeds', z.object({ items: z.array(feedSchema) }), { signal }),
  })
}

export function useFeedValues(feedId: string) {
  return useQuery({
    queryKey: [...KEY, feedId],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/feeds/${feedId}`, z.object({ items: z.array(feedValueSchema) }), {
        signal,
      }),
  })
}

/** Opens a feed, or gives an open one a new secret; both answer the secret once. */
export function useFeedSecret() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wanted: FeedInput | { rotateId: string }) =>
      'rotateId' in wanted
        ? requestApi(`/api/v1/feeds/${wanted.rotateId}`, feedWithSecretSchema, { method: 'POST' })
        : requestApi('/api/v1/feeds', feedWithSecretSchema, { method: 'POST', body: wanted }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
  })
}
