'use client'

import { Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useDropzone } from 'react-dropzone'
import { NO_DEFAULTS } from '@/lib/uploads/upload'
import { getUploadManager } from './use-upload-manager'

/** Lets files and folders be dropped anywhere on the library; their progress has a page of its own. */
export function LibraryDropZone({
  disabled,
  children,
}: {
  disabled: boolean
  children: ReactNode
}) {
  const router = useRouter()
  const { getRootProps, isDragActive } = useDropzone({
    noClick: true,
    noKeyboard: true,
    disabled,
    onDrop: (files) => {
      if (files.length === 0) return
      void getUploadManager().add(files, NO_DEFAULTS, () => undefined)
      router.push('/library/upload')
    },
  })
  return (
    <div {...getRootProps({ role: undefined, tabIndex: undefined })} className="relative">
      {children}
      {isDragActive && (
        <div className="border-accent bg-accent-subtle/90 pointer-events-none fixed inset-3 z-40 flex flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed text-lg font-medium">
          <Upload aria-hidden className="text-accent size-8" />
          Let go to upload
        </div>
      )}
    </div>
  )
}
