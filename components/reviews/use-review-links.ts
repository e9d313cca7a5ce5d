'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import {
  createdReviewLinkSchema,
  type createReviewLinkSchema,
  reviewLinkSchema,
} from '@/lib/reviews/review'

const pathOf = (campaignId: string) => `/api/v1/campaigns/${campaignId}/review-links` as const
const keyOf = (campaignId: string) => ['review-links', campaignId] as const
const listSchema = z.object({ items: z.array(reviewLinkSchema) })

export function useReviewLinks(campaignId: string) {
  return useQuery({
    queryKey: keyOf(campaignId),
    queryFn: ({ signal }) => requestApi(pathOf(campaignId), listSchema, { signal }),
  })
}

export function useCreateReviewLink(campaignId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof createReviewLinkSchema>) =>
      requestApi(pathOf(campaignId), createdReviewLinkSchema, { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(campaignId) }),
    // The dialog shows it.
    onError: () => undefined,
  })
}

export function useRevokeReviewLink(campaignId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (linkId: string) =>
      requestApi(`${pathOf(campaignId)}/${linkId}`, z.object({ isRevoked: z.literal(true) }), {
        method: 'DELETE',
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(campaignId) }),
  })
}
