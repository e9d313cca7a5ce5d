'use client'

import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDropzone } from 'react-dropzone'
import { cn } from '@/components/ui/cn'
import type { PictureKind } from '@/lib/assets/asset'
import { PICTURE_ACCEPT, PICTURE_MAX_BYTES, REFUSED_TYPE } from './upload-rules'
import type { Uploads } from './use-uploads'

interface PictureDropZoneProps {
  uploads: Uploads
  kind: PictureKind
  /** Marks itself instead of the whole page while files are held over it. */
  isPart?: boolean
  disabled: boolean
  onDropped: () => void
  children: ReactNode
}

/** Lets pictures be dropped on whatever it holds, a page or a part of one. */
export function PictureDropZone({
  uploads,
  kind,
  isPart = false,
  disabled,
  onDropped,
  children,
}: PictureDropZoneProps) {
  const { getRootProps, isDragActive } = useDropzone({
    accept: PICTURE_ACCEPT,
    maxSize: PICTURE_MAX_BYTES,
    noClick: true,
    noKeyboard: true,
    disabled,
    onDrop: (accepted, rejections) => {
      if (accepted.length > 0) uploads.add(accepted, kind)
      uploads.reject(
        rejections.map(({ file, errors }) => ({
          fileName: file.name,
          reason: errors.some(({ code }) => code === 'file-too-large')
            ? 'Larger than 10 MB. Make it smaller and add it again.'
            : REFUSED_TYPE,
        })),
      )
      onDropped()
    },
  })
  return (
    <div {...getRootProps({ role: undefined, tabIndex: undefined })} className="relative">
      {children}
      {isDragActive && (
        <div
          className={cn(
            'border-accent bg-accent-subtle/90 pointer-events-none z-40 flex flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed text-lg font-medium',
            isPart ? 'absolute inset-1' : 'fixed inset-3',
          )}
        >
          <Upload aria-hidden className="text-accent size-8" />
          Let go to upload
        </div>
      )}
    </div>
  )
}
