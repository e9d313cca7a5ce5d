'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsInteger, parseAsJson, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { requestApi } from '@/components/api/request-api'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { previewRequestSchema, previewSchema, previewViewerSchema } from '@/lib/serve/preview-api'

const chosenSchema = previewRequestSchema.shape.chosen
const DEFAULT_VIEWER = previewViewerSchema.parse({})

/** Who looks at which sizes of which elements: kept in the address, so that a preview can be sent to somebody. */
export function usePreviewChoice() {
  return useQueryStates({
    size: parseAsStringLiteral(['all', ...adSizeSchema.options] as const).withDefault('all'),
    chosen: parseAsJson((value) => chosenSchema.safeParse(value).data ?? null).withDefault({}),
    viewer: parseAsInteger.withDefault(1),
    split: parseAsStringLiteral(['assembled', 'as_split'] as const).withDefault('assembled'),
    as: parseAsJson((value) => previewViewerSchema.safeParse(value).data ?? null).withDefault(
      DEFAULT_VIEWER,
    ),
  })
}
export type PreviewChoice = ReturnType<typeof usePreviewChoice>[0]

/** The ad of the saved draft for one imagined viewer, with the reasons. */
export function usePreview(campaign: CampaignDetail, choice: PreviewChoice) {
  const { viewer, split, as, chosen } = choice
  const size = campaign.placements[0]?.size ?? '300x250'
  const sizes = adSizeSchema.options
  const body = { size, sizes, seeds: [viewer >>> 0], split, as, chosen }
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
