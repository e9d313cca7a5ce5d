'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { commentListSchema, commentSchema, type createCommentSchema } from '@/lib/approvals/comment'

export const COMMENTS_KEY = ['asset-comments'] as const
/** While they are looked at, others may be answering. */
const REFRESH_MS = 15_000

/** What was said about an asset, the oldest first. */
export function useComments(assetId: string) {
  return useQuery({
    queryKey: [...COMMENTS_KEY, assetId],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/assets/${assetId}/comments`, commentListSchema, { signal }),
  })
}

export function useCreateComment(assetId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof createCommentSchema>) =>
      requestApi(`/api/v1/assets/${assetId}/comments`, commentSchema, { method: 'POST', body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...COMMENTS_KEY, assetId] }),
  })
}

/** Closes a thread, or opens it again. */
export function useResolveComment(assetId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ commentId, isResolved }: { commentId: string; isResolved: boolean }) =>
      requestApi(`/api/v1/assets/${assetId}/comments/${commentId}`, commentSchema, {
        method: 'PATCH',
        body: { isResolved },
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...COMMENTS_KEY, assetId] }),
  })
}
