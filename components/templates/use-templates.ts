'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import {
  type CreateTemplate,
  type RenameTemplate,
  type SaveTemplateVersion,
  type TemplateDetail,
  templateDetailSchema,
  templateListSchema,
  templateVersionSchema,
} from '@/lib/templates/template-api'

const KEY = ['templates'] as const

export function useTemplates({ archived = false } = {}) {
  return useQuery({
    queryKey: [...KEY, 'list', { archived }],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/templates?archived=${archived}`, templateListSchema, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useTemplate(templateId: string) {
  return useQuery({
    queryKey: [...KEY, templateId],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/templates/${templateId}`, templateDetailSchema, { signal }),
    // What is being written stays as it is until it is saved.
    refetchOnWindowFocus: false,
  })
}

export function useTemplateVersion(templateId: string, version: number | null) {
  return useQuery({
    queryKey: [...KEY, templateId, 'versions', version],
    enabled: version !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/templates/${templateId}/versions/${version}`, templateVersionSchema, {
        signal,
      }),
  })
}

export type TemplateChange =
  | { kind: 'create'; body: CreateTemplate }
  | { kind: 'version'; id: string; body: SaveTemplateVersion }
  | { kind: 'rename'; id: string; body: RenameTemplate }
  | { kind: 'archive'; id: string; isArchived: boolean }
  | { kind: 'restore'; id: string; version: number }

export function useChangeTemplate() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: sendChange,
    onSuccess: (saved) => {
      queryClient.setQueryData([...KEY, saved.id], saved)
      return queryClient.invalidateQueries({ queryKey: [...KEY, 'list'] })
    },
    // Shown where the change was made.
    onError: () => undefined,
  })
}

function sendChange(change: TemplateChange): Promise<TemplateDetail> {
  const post = (path: `/api/v1/templates${string}`, body?: unknown) =>
    requestApi(path, templateDetailSchema, { method: 'POST', body })
  switch (change.kind) {
    case 'create':
      return post('/api/v1/templates', change.body)
    case 'version':
      return post(`/api/v1/templates/${change.id}/versions`, change.body)
    case 'archive':
      return post(`/api/v1/templates/${change.id}/archive`, { isArchived: change.isArchived })
    case 'restore':
      return post(`/api/v1/templates/${change.id}/versions/${change.version}/restore`)
    case 'rename':
      return requestApi(`/api/v1/templates/${change.id}`, templateDetailSchema, {
        method: 'PATCH',
        body: change.body,
      })
  }
}
