'use client'

import { FileDrop } from '@/components/ui/file-drop'
import type { PictureKind } from '@/lib/assets/asset'
import { PICTURE_ACCEPT, PICTURE_HINT, PICTURE_MAX_BYTES, REFUSED_TYPE } from './upload-rules'
import type { Uploads } from './use-uploads'

/** A place to drop pictures of one kind; what cannot be used is listed with its reason. */
export function PictureDrop({
  uploads,
  kind,
  className,
}: {
  uploads: Uploads
  kind: PictureKind
  className?: string
}) {
  return (
    <FileDrop
      accept={PICTURE_ACCEPT}
      maxSizeBytes={PICTURE_MAX_BYTES}
      title="Drop pictures here"
      hint={PICTURE_HINT}
      className={className}
      onFiles={(files) => {
        if (files.length > 0) uploads.add(files, kind)
      }}
      onRejected={(rejected) =>
        uploads.reject(
          rejected.map(({ fileName, reason }) => ({
            fileName,
            reason: reason.startsWith('This kind') ? REFUSED_TYPE : reason,
          })),
        )
      }
    />
  )
}
