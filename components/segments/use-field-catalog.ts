'use client'

import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { feedSchema, feedValueSchema } from '@/lib/feeds/feed'
import { profileSummarySchema } from '@/lib/profiles/profile'
import { placementSchema } from '@/lib/placements/placement'
import { buildFieldCatalog, type CatalogField } from '@/lib/segments/field-catalog'

const feedsSchema = z.object({ items: z.array(feedSchema) })
const valuesSchema = z.object({ items: z.array(feedValueSchema) })
const placementsSchema = z.object({ items: z.array(placementSchema) })
const MAX_KEYS = 500

/** Every field that conditions of this workspace may ask. */
export function useFieldCatalog() {
  return useQuery({
    queryKey: ['field-catalog'],
    queryFn: ({ signal }) => loadFieldCatalog(signal),
    staleTime: 30_000,
  })
}

async function loadFieldCatalog(signal: AbortSignal): Promise<CatalogField[]> {
  const [profiles, feeds, placements] = await Promise.all([
    requestApi('/api/v1/profiles', profileSummarySchema, { signal }),
    requestApi('/api/v1/feeds', feedsSchema, { signal }),
    requestApi('/api/v1/placements?limit=200', placementsSchema, { signal }),
  ])
  const loadKeys = async (kind: 'stock' | 'promotion'): Promise<string[]> => {
    const feed = feeds.items.find((one) => one.kind === kind)
    if (!feed) return []
    const { items } = await requestApi(`/api/v1/feeds/${feed.id}?limit=${MAX_KEYS}`, valuesSchema, {
      signal,
    })
    return items.map(({ key }) => key)
  }
  const [stockIds, promotionIds] = await Promise.all([loadKeys('stock'), loadKeys('promotion')])
  const pageCategories = new Set(placements.items.flatMap((one) => one.pageCategory ?? []))
  return buildFieldCatalog({
    attributes: profiles.attributes,
    stockIds,
    promotionIds,
    pageCategories: [...pageCategories].sort(),
  })
}
