'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { type BrandKit, brandKitSchema } from '@/lib/brand/brand-kit'
import {
  brandImpactSchema,
  brandKitResponseSchema,
  type SaveBrandKit,
} from '@/lib/brand/brand-kit-api'

const KEY = ['brand-kit'] as const

export function useBrandKit() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => requestApi('/api/v1/brand-kit', brandKitResponseSchema, { signal }),
    // What is being edited stays as it is until it is saved.
    refetchOnWindowFocus: false,
  })
}

export function useSaveBrandKit() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: SaveBrandKit) =>
      requestApi('/api/v1/brand-kit', brandKitResponseSchema, { method: 'PUT', body }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(KEY, saved)
      toast.success('The brand’s rules are saved')
      await queryClient.invalidateQueries({ queryKey: ['asset-findings'] })
    },
    // Shown in the save bar.
    onError: () => undefined,
  })
}

/** How many assets a kit that is being edited would flag; none while it is not complete. */
export function useBrandImpact(kit: BrandKit) {
  const document = useDeferredValue(JSON.stringify(kit))
  const isComplete = brandKitSchema.safeParse(kit).success
  return useQuery({
    queryKey: [...KEY, 'impact', document],
    enabled: isComplete,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      requestApi('/api/v1/brand-kit/impact', brandImpactSchema, {
        method: 'POST',
        body: { kit: JSON.parse(document) as unknown },
        signal,
      }),
  })
}
