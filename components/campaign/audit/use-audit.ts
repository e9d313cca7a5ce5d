'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback } from 'react'
import { requestApi } from '@/components/api/request-api'
import { campaignKey } from '@/components/campaign/use-campaign'
import { auditSchema } from '@/lib/audit/audit'

const auditKey = (campaignId: string) => ['audit', campaignId] as const

/** Whose coverage is looked at, kept in the address. */
export function useAuditSelection() {
  return useQueryStates({
    segment: parseAsString.withDefault('all'),
    locale: parseAsString.withDefault('all'),
  })
}

/** The audit of a campaign as it is saved; made anew with each edit. */
export function useAudit(campaignId: string, editVersion: number) {
  const [{ segment, locale }] = useAuditSelection()
  const search = new URLSearchParams({ segment, locale })
  return useQuery({
    queryKey: [...auditKey(campaignId), editVersion, segment, locale],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaignId}/audit?${search}`, auditSchema, { signal }),
  })
}

/** Audits anew after something changed that is no edit of the campaign: an asset, its state. */
export function useAuditAnew(campaignId: string) {
  const queryClient = useQueryClient()
  return useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: auditKey(campaignId) })
    void queryClient.invalidateQueries({ queryKey: campaignKey(campaignId) })
  }, [queryClient, campaignId])
}
