'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { campaignKey } from '@/components/campaign/use-campaign'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { campaignProofSchema } from '@/lib/campaigns/proof'

/** The proof of the campaign as it stands, proved again after every edit. */
export function useProof({ id, editVersion, slots }: CampaignDetail) {
  const paused = slots.flatMap(({ key, assets }) =>
    assets.filter(({ isPaused }) => isPaused).map((asset) => `${key} ${asset.id}`),
  )
  return useQuery({
    queryKey: [...campaignKey(id), 'proof', editVersion, paused],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${id}/proof`, campaignProofSchema, { signal }),
    placeholderData: keepPreviousData,
  })
}
