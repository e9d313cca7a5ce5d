'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { requestApi } from '@/components/api/request-api'
import { contextFeatureSchema, type ContextFeature } from '@/lib/decision/snapshot'
import { beliefsSchema } from '@/lib/learning/belief-api'

const REFRESH_MS = 5_000

/** What beliefs are split by, kept in the address. */
export function useSplitBy() {
  return useQueryState('by', parseAsStringLiteral(contextFeatureSchema.options))
}

/** What the learner believes, refreshed as it learns. */
export function useBeliefs(campaignId: string, splitBy: ContextFeature | null = null) {
  const search = splitBy === null ? '' : `?splitBy=${splitBy}`
  return useQuery({
    queryKey: ['beliefs', campaignId, search],
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaignId}/beliefs${search}`, beliefsSchema, { signal }),
  })
}
