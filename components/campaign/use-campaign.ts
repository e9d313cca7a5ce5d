'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import {
  type CampaignDetail,
  campaignDetailSchema,
  publishedSchema,
} from '@/lib/campaigns/campaign-api'

export const campaignKey = (campaignId: string) => ['campaign', campaignId] as const

/** The campaign as it is being edited, with step states and issues. */
export function useCampaign(campaignId: string, initialData?: CampaignDetail) {
  return useQuery({
    queryKey: campaignKey(campaignId),
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaignId}`, campaignDetailSchema, { signal }),
    ...(initialData ? { initialData } : {}),
  })
}

/** Saves one step; the answer is the whole campaign, which replaces what is on screen. */
export function useSaveStep<Body extends { editVersion: number }>(
  campaignId: string,
  step: 'objectives' | 'assets' | 'segments' | 'rules' | 'pilot',
  { showsOwnErrors = false }: { showsOwnErrors?: boolean } = {},
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) =>
      requestApi(`/api/v1/campaigns/${campaignId}/${step}`, campaignDetailSchema, {
        method: 'PUT',
        body,
      }),
    onSuccess: (campaign) => {
      queryClient.setQueryData(campaignKey(campaignId), campaign)
      toast.success('Saved')
    },
    // Without a handler of its own a refusal is a toast.
    ...(showsOwnErrors ? { onError: () => undefined } : {}),
  })
}

/** Long enough to read what did not keep a campaign back, and to go and see all of it. */
const WARNING_MS = 10_000

export function usePublish(campaignId: string) {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: () =>
      requestApi(`/api/v1/campaigns/${campaignId}/publish`, publishedSchema, { method: 'POST' }),
    onSuccess: async ({ revision, warnings }) => {
      await queryClient.invalidateQueries({ queryKey: campaignKey(campaignId) })
      const [first] = warnings
      if (first === undefined) toast.success(`Published as revision ${revision}`)
      else {
        const more = warnings.length > 1 ? ` And ${warnings.length - 1} more.` : ''
        toast.warning(`Published as revision ${revision}, with a warning`, {
          description: `${first}${more}`,
          duration: WARNING_MS,
          action: {
            label: 'See all',
            onClick: () => router.push(`/campaigns/${campaignId}/rules#guardrails`),
          },
        })
      }
    },
    // The publish button shows what has to be mended itself.
    onError: () => undefined,
  })
}

export function useChangeStatus(campaignId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (action: 'pause' | 'resume' | 'end') =>
      requestApi(`/api/v1/campaigns/${campaignId}/status`, campaignDetailSchema, {
        method: 'POST',
        body: { action },
      }),
    onSuccess: (campaign) => queryClient.setQueryData(campaignKey(campaignId), campaign),
  })
}

export function useSetElementPaused(campaignId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { slot: string; assetId: string; isPaused: boolean }) =>
      requestApi(`/api/v1/campaigns/${campaignId}/elements`, campaignDetailSchema, {
        method: 'PUT',
        body,
      }),
    onSuccess: (campaign) => queryClient.setQueryData(campaignKey(campaignId), campaign),
  })
}
