'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { ApiProblem } from '@/components/api/api-problem'
import type { AssetResponse, PictureKind } from '@/lib/assets/asset'
import {
  INITIAL_UPLOADS,
  isUnfinished,
  reduceUploads,
  takeWaiting,
  type Upload,
} from './upload-queue'
import { uploadPicture } from './upload-picture'
import { ASSETS_KEY } from './use-assets'

const AT_ONCE = 3
/** The list behind is brought up to date this often while many files arrive. */
const REFRESH_EVERY = 12

export interface Uploads {
  items: readonly Upload[]
  add: (files: readonly File[], kind: PictureKind) => void
  reject: (rejected: readonly { fileName: string; reason: string }[]) => void
  retry: (id: number) => void
  cancel: (id: number) => void
  clear: () => void
}

/** Sends pictures a few at a time, with the progress of each; goes on while its owner is mounted. */
export function useUploads(onUploaded?: (asset: AssetResponse) => void): Uploads {
  const queryClient = useQueryClient()
  const [items, dispatch] = useReducer(reduceUploads, INITIAL_UPLOADS)
  const controllers = useRef(new Map<number, AbortController>())
  const arrivals = useRef(0)
  const uploadedRef = useRef(onUploaded)
  useEffect(() => {
    uploadedRef.current = onUploaded
  })

  const send = useCallback(
    async (upload: Upload, file: File) => {
      const controller = new AbortController()
      controllers.current.set(upload.id, controller)
      try {
        const answer = await uploadPicture({
          file,
          kind: upload.kind,
          signal: controller.signal,
          onProgress: (sentShare) => dispatch({ type: 'progress', id: upload.id, sentShare }),
        })
        dispatch({ type: 'done', id: upload.id, answer })
        uploadedRef.current?.(answer.asset)
        arrivals.current += 1
        if (arrivals.current % REFRESH_EVERY === 0) {
          void queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
        }
      } catch (error) {
        const problem = error instanceof ApiProblem ? error : null
        dispatch({
          type: 'failed',
          id: upload.id,
          message: problem?.message ?? 'The upload did not work. Try again.',
          // A refused file stays refused; a broken connection or a busy server may not.
          canRetry:
            !problem || problem.status === 0 || problem.status === 429 || problem.status >= 500,
        })
      } finally {
        controllers.current.delete(upload.id)
      }
    },
    [queryClient],
  )

  useEffect(() => {
    for (const upload of takeWaiting(items, AT_ONCE)) {
      if (!upload.file || controllers.current.has(upload.id)) continue
      void send(upload, upload.file)
    }
  }, [items, send])

  const hasUnfinished = items.some(isUnfinished)
  useEffect(() => {
    if (hasUnfinished) {
      const warn = (event: BeforeUnloadEvent) => event.preventDefault()
      window.addEventListener('beforeunload', warn)
      return () => window.removeEventListener('beforeunload', warn)
    }
    if (arrivals.current > 0) void queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
    return undefined
  }, [hasUnfinished, queryClient])

  return {
    items,
    add: useCallback((files, kind) => dispatch({ type: 'add', files, kind }), []),
    reject: useCallback((rejected) => dispatch({ type: 'reject', rejected }), []),
    retry: useCallback((id) => dispatch({ type: 'retry', id }), []),
    cancel: useCallback((id) => {
      controllers.current.get(id)?.abort()
      dispatch({ type: 'remove', id })
    }, []),
    clear: useCallback(() => dispatch({ type: 'clear' }), []),
  }
}
