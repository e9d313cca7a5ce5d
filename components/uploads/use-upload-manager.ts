'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { UploadManager, type UploadsState } from './upload-manager'

// One for the tab: uploads go on while other pages of the studio are open.
let manager: UploadManager | undefined

export function getUploadManager(): UploadManager {
  manager ??= new UploadManager()
  return manager
}

/** The tab's uploads; what the server knows of earlier ones is read once. */
export function useUploadManager(): { manager: UploadManager; state: UploadsState } {
  const uploads = getUploadManager()
  const state = useSyncExternalStore(uploads.subscribe, uploads.getState, uploads.getState)
  useEffect(() => {
    if (!uploads.getState().isLoaded) void uploads.load()
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
