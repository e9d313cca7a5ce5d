'use client'

import { useQuery } from '@tanstack/react-query'
import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs'
import { requestApi } from '@/components/api/request-api'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { adSizeSchema } from '@/lib/decision/ad-size'
import {
  chancesSchema,
  gallerySchema,
  type GallerySource,
  gallerySourceSchema,
} from '@/lib/gallery/gallery-api'

const names = parseAsArrayOf(parseAsString).withDefault([])

/** What is looked at: kept in the address, so that it can be sent to somebody of the team. */
export function useGalleryChoice() {
  return useQueryStates({
    source: parseAsStringLiteral(gallerySourceSchema.options).withDefault('draft'),
    size: parseAsStringLiteral(adSizeSchema.options),
    only: names,
    without: names,
    segment: parseAsString,
    locale: parseAsString,
    findings: parseAsBoolean.withDefault(false),
    sort: parseAsStringLiteral(['order', 'chance'] as const).withDefault('order'),
    page: parseAsInteger.withDefault(1),
  })
}
export type GalleryUrl = ReturnType<typeof useGalleryChoice>[0]
export type SetGalleryUrl = (change: Partial<GalleryUrl>) => void

export function useGallery(campaign: CampaignDetail, source: GallerySource) {
  return useQuery({
    queryKey: ['gallery', campaign.id, source, campaign.editVersion, campaign.revision],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaign.id}/gallery?source=${source}`, gallerySchema, {
        signal,
      }),
  })
}

export function useChances(
  campaign: CampaignDetail,
  source: GallerySource,
  segmentId: string | null,
) {
  const query = new URLSearchParams({ source, ...(segmentId ? { segmentId } : {}) })
  return useQuery({
    queryKey: ['gallery-chances', campaign.id, campaign.editVersion, query.toString()],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaign.id}/gallery/chances?${query}`, chancesSchema, {
        signal,
      }),
  })
}
