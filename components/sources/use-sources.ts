'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { profileSummarySchema } from '@/lib/profiles/profile'
import {
  createdSourceSchema,
  importRunSchema,
  type Source,
  type SourceInput,
  sourceSchema,
} from '@/lib/sources/source'
import { uploadCsv } from './upload-csv'

const SOURCES = ['sources'] as const
const listSchema = z.object({ items: z.array(sourceSchema) })
const runsSchema = z.object({ items: z.array(importRunSchema) })

export function useSources() {
  return useQuery({
    queryKey: SOURCES,
    queryFn: ({ signal }) => requestApi('/api/v1/sources', listSchema, { signal }),
  })
}

/** How many customers are known, and what of them. */
export function useProfileSummary() {
  return useQuery({
    queryKey: ['profiles'],
    queryFn: ({ signal }) => requestApi('/api/v1/profiles', profileSummarySchema, { signal }),
  })
}

export function useImportRuns(sourceId: string) {
  return useQuery({
    queryKey: [...SOURCES, sourceId, 'imports'],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/sources/${sourceId}/imports?limit=20`, runsSchema, { signal }),
  })
}

/** Everything that customers coming in may change on screen. */
function useRefreshCustomers() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [SOURCES, ['profiles'], ['field-catalog'], ['segments'], ['segment-count'], ['campaign']].map(
        (queryKey) => queryClient.invalidateQueries({ queryKey }),
      ),
    )
}

export function useCreateSource() {
  const refresh = useRefreshCustomers()
  return useMutation({
    mutationFn: (body: SourceInput) =>
      requestApi('/api/v1/sources', createdSourceSchema, { method: 'POST', body }),
    onSuccess: refresh,
    // The dialog shows the refusal itself.
    onError: () => undefined,
  })
}

/** Gives a webhook a new secret, which the answer shows once. */
export function useRotateSourceSecret() {
  return useMutation({
    mutationFn: (sourceId: string) =>
      requestApi(`/api/v1/sources/${sourceId}`, createdSourceSchema, { method: 'POST' }),
    // The dialog that asks shows the refusal itself.
    onError: () => undefined,
  })
}

/** Saves the source, made or changed, and sends it the file. `sent` is the ratio on its way. */
export function useImportFile() {
  const refresh = useRefreshCustomers()
  const [sent, setSent] = useState(0)
  const [saved, setSaved] = useState<Source | null>(null)
  const mutation = useMutation({
    mutationFn: async ({ source, file, ...input }: ImportRequest) => {
      setSent(0)
      const known = source ?? saved
      const target = known
        ? await requestApi(`/api/v1/sources/${known.id}`, sourceSchema, {
            method: 'PUT',
            body: input,
          })
        : await requestApi('/api/v1/sources', createdSourceSchema, {
            method: 'POST',
            body: { kind: 'csv', ...input },
          })
      setSaved(target)
      return uploadCsv(target.id, file, setSent)
    },
    onSettled: refresh,
    // The dialog shows the refusal itself.
    onError: () => undefined,
  })
  return { ...mutation, sent, target: saved }
}

interface ImportRequest extends Pick<SourceInput, 'name' | 'mapping'> {
  source: Source | null
  file: File
}

/** Rows taken so far by the newest import of a source, while it runs. */
export function useImportProgress(sourceId: string | null) {
  return useQuery({
    queryKey: [...SOURCES, sourceId, 'progress'],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/sources/${sourceId ?? ''}/imports?limit=1`, runsSchema, { signal }),
    enabled: sourceId !== null,
    refetchInterval: 1_000,
    select: ({ items: [run] }) => (run?.state === 'running' ? run.totalRows : null),
  })
}
