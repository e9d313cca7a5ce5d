'use client'

import { useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { type CopyKind, copyKindSchema } from '@/lib/assets/asset'
import { CopyLinesForm } from './copy-lines-form'
import { KIND_HINTS } from './kind-labels'
import { KIND_LABELS } from '@/lib/assets/kind-labels'

interface AddCopyDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onCreated: () => void
}

const OPTIONS = copyKindSchema.options.map((value) => ({ value, label: KIND_LABELS[value] }))

export function AddCopyDialog({ open, onOpenChange, onCreated }: AddCopyDialogProps) {
  const [kind, setKind] = useState<CopyKind>('headline')
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="Write copy"
        description="Short texts that ads are made of. They start as drafts."
      >
        <div className="space-y-4">
          <Field label="Kind" hint={KIND_HINTS[kind]}>
            <Select value={kind} onValueChange={setKind} options={OPTIONS} />
          </Field>
          <CopyLinesForm
            key={kind}
            kind={kind}
            onCreated={(_assets, isDone) => {
              if (isDone) onOpenChange(false)
              onCreated()
            }}
          />
        </div>
      </DialogContent>
    </Dialog>
  )
}
