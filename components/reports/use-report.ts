'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsIsoDate, parseAsString, useQueryStates } from 'nuqs'
import { requestApi } from '@/components/api/request-api'
import { reportSchema } from '@/lib/reporting/report'

/** How often an open report asks again: an event is on screen within two seconds. */
const REFRESH_MS = 1_000

const filters = {
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  segmentId: parseAsString,
  size: parseAsString,
}

/** The filters of a report, kept in the address. */
export function useReportFilters() {
  return useQueryStates(filters)
}

/** The query string of the filters, for the API and for downloads. */
export function useReportSearch(): string {
  const [{ from, to, segmentId, size }] = useReportFilters()
  const params = new URLSearchParams()
  if (from) params.set('from', from.toISOString().slice(0, 10))
  if (to) params.set('to', to.toISOString().slice(0, 10))
  if (segmentId) params.set('segmentId', segmentId)
  if (size) params.set('size', size)
  return params.toString()
}

export function useReport(campaignId: string, search = '') {
  return useQuery({
    queryKey: ['report', campaignId, search],
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/campaigns/${campaignId}/report?${search}`, reportSchema, { signal }),
  })
}
