'use client'

import { useQuery } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { beliefsSchema } from '@/lib/learning/belief-api'

const REFRESH_MS = 5_000

/** What the learner believes, refreshed as it learns. */
export function useBeliefs(campaignId: string) {
  return useQuery({
    queryKey: ['beliefs', campaignId],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaignId}/beliefs`, beliefsSchema, { signal }),
  })
}
