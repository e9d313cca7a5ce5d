'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { armSchema } from '@/lib/decision/decision-record'
import { decisionSummarySchema } from '@/lib/events/decision-view'
import { eventKindSchema } from '@/lib/events/event'

const pageSchema = z.object({
  items: z.array(decisionSummarySchema),
  nextCursor: z.string().nullable(),
})

/** The filters of the list, kept in the address. */
export function useDecisionFilters() {
  return useQueryStates({
    arm: parseAsStringLiteral(armSchema.options),
    event: parseAsStringLiteral(eventKindSchema.options),
  })
}

export function useDecisions(campaignId: string) {
  const [{ arm, event }] = useDecisionFilters()
  return useInfiniteQuery({
    queryKey: ['decisions', campaignId, arm, event],
    placeholderData: keepPreviousData,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ campaignId })
      if (pageParam) search.set('cursor', pageParam)
      if (arm) search.set('arm', arm)
      if (event) search.set('event', event)
      return requestApi(`/api/v1/decisions?${search.toString()}`, pageSchema, { signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
}
