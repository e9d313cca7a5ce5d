'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { PictureKind } from '@/lib/assets/asset'
import { KIND_HINTS } from './kind-labels'
import { PictureDrop } from './picture-drop'
import { UploadList } from './upload-list'
import { PICTURE_KINDS } from './upload-rules'
import type { Uploads } from './use-uploads'

interface UploadSheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  uploads: Uploads
  onOpenAsset: (assetId: string) => void
}

export function UploadSheet({ open, onOpenChange, uploads, onOpenAsset }: UploadSheetProps) {
  const [kind, setKind] = useState<PictureKind>('image')
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent
        title="Upload pictures"
        description="They start as drafts. You may close this: uploads go on while you stay in the library."
        size="lg"
      >
        <div className="space-y-4">
          <Field label="These files are" group hint={KIND_HINTS[kind]}>
            <Segmented
              aria-label="These files are"
              value={kind}
              onValueChange={setKind}
              options={PICTURE_KINDS}
              className="w-fit"
            />
          </Field>
          <PictureDrop uploads={uploads} kind={kind} />
          <UploadList uploads={uploads} onOpen={onOpenAsset} />
        </div>
      </SheetContent>
    </Sheet>
  )
}
