'use client'

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import {
  type AssetResponse,
  assetResponseSchema,
  assetUsageSchema,
  type CopyKind,
  type UpdateAsset,
} from '@/lib/assets/asset'
import { assetImpactSchema, describeImpact } from '@/lib/assets/asset-impact'
import { assetListSchema } from '@/lib/assets/asset-list'
import type { AssetState } from '@/lib/assets/asset-state'
import type { AssetKind } from '@/lib/decision/snapshot'

const PAGE_SIZE = 60
export const ASSETS_KEY = ['assets'] as const
const assetKey = (assetId: string) => [...ASSETS_KEY, 'one', assetId] as const

export interface AssetFilter {
  group?: 'pictures' | 'copy'
  kind?: AssetKind | undefined
  state?: AssetState | undefined
  search: string
  tag?: string | undefined
}

/** The assets that fit a filter, page by page, newest first. */
export function useAssetList(filter: AssetFilter) {
  const query = useInfiniteQuery({
    queryKey: [...ASSETS_KEY, 'list', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ limit: String(PAGE_SIZE) })
      for (const [name, value] of Object.entries({ ...filter, cursor: pageParam })) {
        if (value) params.set(name, value)
      }
      return requestApi(`/api/v1/assets?${params}`, assetListSchema, { signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
  return { ...query, assets: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

export function useAsset(assetId: string) {
  return useQuery({
    queryKey: assetKey(assetId),
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/assets/${assetId}`, assetResponseSchema, { signal }),
  })
}

/** Reads an asset that was loaded before, as it is now. */
export function useFindAsset() {
  const queryClient = useQueryClient()
  return (assetId: string) => queryClient.getQueryData<AssetResponse>(assetKey(assetId))
}

export function useAssetUsage(assetId: string) {
  return useQuery({
    queryKey: [...ASSETS_KEY, 'usage', assetId],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/assets/${assetId}/usage`, assetUsageSchema, { signal }),
  })
}

const editedSchema = assetResponseSchema.extend({ impact: assetImpactSchema })

export function useUpdateAsset(assetId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: UpdateAsset) =>
      requestApi(`/api/v1/assets/${assetId}`, editedSchema, { method: 'PATCH', body }),
    onSuccess: ({ impact, ...asset }) => {
      toast.success('Saved', { description: describeImpact(impact) })
      queryClient.setQueryData(assetKey(assetId), asset)
      return queryClient.invalidateQueries({ queryKey: [...ASSETS_KEY, 'list'] })
    },
    // The form shows the refusal itself.
    onError: () => undefined,
  })
}

/** Adds pieces of copy one after the other, in their order; stops at the first refusal. */
export function useCreateCopy() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ kind, texts }: { kind: CopyKind; texts: readonly string[] }) => {
      const created: AssetResponse[] = []
      for (const text of texts) {
        const body = { kind, text }
        created.push(
          await requestApi('/api/v1/assets/copy', assetResponseSchema, { method: 'POST', body }),
        )
      }
      return created
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ASSETS_KEY }),
    // The form shows the refusal itself.
    onError: () => undefined,
  })
}
