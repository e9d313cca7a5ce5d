'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { type PlacementInput, placementSchema } from '@/lib/placements/placement'

const pageSchema = z.object({ items: z.array(placementSchema), nextCursor: z.string().nullable() })
const KEY = ['placements']

/** The placements of the workspace that are not archived: the first 200. */
export function usePlacements() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => requestApi('/api/v1/placements?limit=200', pageSchema, { signal }),
  })
}

export function useCreatePlacement() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: PlacementInput) =>
      requestApi('/api/v1/placements', placementSchema, { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
    // The form shows the refusal itself.
    onError: () => undefined,
  })
}

export function useArchivePlacement() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, isArchived }: { id: string; isArchived: boolean }) =>
      requestApi(`/api/v1/placements/${id}`, placementSchema, {
        method: 'POST',
        body: { isArchived },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
  })
}
