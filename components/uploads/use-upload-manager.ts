'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { UploadManager } from './upload-manager'
import type { UploadsState } from './upload-store'

// One for the tab: uploads go on while other pages of the studio are open.
let manager: UploadManager | undefined

export function getUploadManager(): UploadManager {
  manager ??= new UploadManager()
  return manager
}

/** The tab's uploads; what the server knows of earlier ones is read once. */
export function useUploadManager(): { manager: UploadManager; state: UploadsState } {
  const uploads = getUploadManager()
  const { subscribe, getState } = uploads.store
  const state = useSyncExternalStore(subscribe, getState, getState)
  useEffect(() => {
    if (!uploads.store.getState().isLoaded) void uploads.load()
  }, [uploads])
  const isSending = state.items.some(({ sending }) => sending !== 'none')
  useEffect(() => {
    if (!isSending) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isSending])
  return { manager: uploads, state }
}
