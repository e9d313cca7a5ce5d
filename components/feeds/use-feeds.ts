'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import type { KnownFeed } from '@/lib/sources/list-data-needs'
import { type FeedInput, feedSchema, feedValueSchema, feedWithSecretSchema } from '@/lib/feeds/feed'

const feedsSchema = z.object({ items: z.array(feedSchema) })
const valuesSchema = z.object({ items: z.array(feedValueSchema) })
const KEY = ['feeds']
const REFRESH_MS = 5_000

export function useFeeds() {
  return useQuery({
    queryKey: KEY,
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => requestApi('/api/v1/feeds', feedsSchema, { signal }),
  })
}

export function useFeedValues(feedId: string) {
  return useQuery({
    queryKey: [...KEY, feedId],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => requestApi(`/api/v1/feeds/${feedId}`, valuesSchema, { signal }),
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

/** The feeds with the keys that hold a value now, for telling what is missing. */
export function useKnownFeeds() {
  return useQuery({
    queryKey: [...KEY, 'known'],
    refetchInterval: 6 * REFRESH_MS,
    queryFn: async ({ signal }): Promise<KnownFeed[]> => {
      const { items } = await requestApi('/api/v1/feeds', feedsSchema, { signal })
      return Promise.all(
        items.map(async ({ id, kind, lastPushAt }) => {
          const values = await requestApi(`/api/v1/feeds/${id}?limit=5000`, valuesSchema, {
            signal,
          })
          const now = Date.now()
          const current = values.items.filter(
            ({ expiresAt }) => expiresAt === null || Date.parse(expiresAt) > now,
          )
          return { kind, lastPushAt, keys: current.map(({ key }) => key) }
        }),
      )
    },
  })
}
