'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsInteger, parseAsJson, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { requestApi } from '@/components/api/request-api'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { type AdSize, adSizeSchema } from '@/lib/decision/ad-size'
import { previewSchema, previewViewerSchema } from '@/lib/serve/preview-api'

const DEFAULT_VIEWER = previewViewerSchema.parse({})

/** Who looks at which size: kept in the address, so that a preview can be sent to somebody. */
export function usePreviewChoice(defaultSize: AdSize) {
  return useQueryStates({
    size: parseAsStringLiteral(adSizeSchema.options).withDefault(defaultSize),
    viewer: parseAsInteger.withDefault(1),
    split: parseAsStringLiteral(['assembled', 'as_split'] as const).withDefault('assembled'),
    as: parseAsJson((value) => previewViewerSchema.safeParse(value).data ?? null).withDefault(
      DEFAULT_VIEWER,
    ),
  })
}
export type PreviewChoice = ReturnType<typeof usePreviewChoice>[0]

/** The ad of the saved draft for one imagined viewer, with the reasons. */
export function usePreview(campaign: CampaignDetail, { size, viewer, split, as }: PreviewChoice) {
  const body = { size, seeds: [viewer >>> 0], split, as }
  return useQuery({
    queryKey: ['preview', campaign.id, campaign.editVersion, body],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaign.id}/preview`, previewSchema, {
        method: 'POST',
        body,
        signal,
      }),
  })
}
