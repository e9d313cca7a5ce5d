'use client'

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { campaignKey } from '@/components/campaign/use-campaign'
import {
  type CampaignDetail,
  campaignDetailSchema,
  type SaveSegments,
} from '@/lib/campaigns/campaign-api'

/**
 * Ids of the campaign's segments as they stand, a save under way included, and the way to replace
 * them. Saves run one after the other, each against the newest edit this browser has seen.
 */
export function useCampaignSegments(campaign: CampaignDetail) {
  const queryClient = useQueryClient()
  const key = campaignKey(campaign.id)
  const mutationKey = [...key, 'segments']
  const save = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: (segmentIds: string[]) => {
      const newest = queryClient.getQueryData<CampaignDetail>(key) ?? campaign
      const body: SaveSegments = { editVersion: newest.editVersion, segmentIds }
      return requestApi(`/api/v1/campaigns/${campaign.id}/segments`, campaignDetailSchema, {
        method: 'PUT',
        body,
      })
    },
    onSuccess: async (saved) => {
      queryClient.setQueryData(key, saved)
      await queryClient.invalidateQueries({ queryKey: ['segments'] })
    },
    // Shown above the list.
    onError: () => undefined,
  })
  const underWay = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as string[],
  })
  const reload = async () => {
    await queryClient.invalidateQueries({ queryKey: key })
    save.reset()
  }
  return { segmentIds: underWay.at(-1) ?? campaign.segments.map(({ id }) => id), save, reload }
}
