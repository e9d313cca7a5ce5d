'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { ButtonLink } from '@/components/ui/button-link'
import { Progress } from '@/components/ui/progress'
import { renditionProgressSchema } from '@/lib/assets/asset'
import { summariseItems } from './upload-item'
import { useUploadManager } from './use-upload-manager'

const REFRESH_EVERY = 12
const RENDITIONS_EVERY_MS = 15_000

/** One line about uploads that go on, and about pictures being made in more sizes and formats. */
export function UploadsNotice() {
  const { state } = useUploadManager()
  const queryClient = useQueryClient()
  const summary = useMemo(() => summariseItems(state.items), [state.items])
  const finished = summary.files - summary.working
  // The list behind is brought up to date now and then while many files arrive, and at the end.
  const news = summary.working > 0 ? Math.floor(finished / REFRESH_EVERY) : -finished
  useEffect(() => {
    if (news !== 0) void queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
  }, [news, queryClient])
  const renditions = useQuery({
    queryKey: ['renditions'],
    queryFn: ({ signal }) =>
      requestApi('/api/v1/assets/renditions', renditionProgressSchema, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data && data.waiting > 0 ? RENDITIONS_EVERY_MS : false,
  })
  const isUploading = summary.working > 0
  const waiting = renditions.data?.waiting ?? 0
  if (!isUploading && summary.attention === 0 && waiting === 0) return null
  return (
    <div className="border-border bg-surface mb-4 flex flex-wrap items-center gap-3 rounded-lg border px-4 py-2 text-sm">
      {isUploading ? (
        <Progress
          className="min-w-48 flex-1"
          value={finished / summary.files}
          label="Uploading"
          detail={`${finished} of ${summary.files}`}
        />
      ) : summary.attention > 0 ? (
        <p className="flex-1">
          {summary.attention === 1
            ? 'One uploaded file wants to be looked at.'
            : `${summary.attention} uploaded files want to be looked at.`}
        </p>
      ) : (
        <p className="text-muted flex-1">
          {waiting === 1 ? 'One picture is' : `${waiting.toLocaleString('en')} pictures are`} still
          being made in smaller formats. They can be used meanwhile.
        </p>
      )}
      {(isUploading || summary.attention > 0) && (
        <ButtonLink size="sm" href="/library/upload">
          Show
        </ButtonLink>
      )}
    </div>
  )
}
