'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import type { Condition } from '@/lib/decision/condition'
import { checkCondition } from '@/lib/segments/check-condition'
import {
  segmentCountSchema,
  type SegmentInput,
  segmentListSchema,
  segmentSchema,
} from '@/lib/segments/segment'
import { useDebounced } from './use-debounced'

const KEY = ['segments'] as const
const COUNT_DELAY_MS = 350

/** The segments of the workspace, each with its live count. */
export function useSegments({ archived = false } = {}) {
  return useQuery({
    queryKey: [...KEY, { archived }],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/segments?counts=true&archived=${archived}`, segmentListSchema, {
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useSaveSegment() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: SegmentInput & { id?: string | undefined }) =>
      id === undefined
        ? requestApi('/api/v1/segments', segmentSchema, { method: 'POST', body })
        : requestApi(`/api/v1/segments/${id}`, segmentSchema, { method: 'PUT', body }),
    // Campaigns hold copies of their segments.
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: KEY }),
        queryClient.invalidateQueries({ queryKey: ['campaign'] }),
      ]),
    // The form shows the refusal itself.
    onError: () => undefined,
  })
}

export function useArchiveSegment() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, isArchived }: { id: string; isArchived: boolean }) =>
      requestApi(`/api/v1/segments/${id}/archive`, segmentSchema, {
        method: 'POST',
        body: { isArchived },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
  })
}

/** Counts the customers a condition picks out, when typing pauses and nothing is missing. */
export function useSegmentCount(condition: Condition) {
  const settled = useDebounced(JSON.stringify(condition), COUNT_DELAY_MS)
  return useQuery({
    queryKey: ['segment-count', settled],
    queryFn: ({ signal }) =>
      requestApi('/api/v1/segments/count', segmentCountSchema, {
        method: 'POST',
        body: { condition: JSON.parse(settled) as Condition },
        signal,
      }),
    enabled: checkCondition(JSON.parse(settled) as Condition).length === 0,
    placeholderData: keepPreviousData,
  })
}
