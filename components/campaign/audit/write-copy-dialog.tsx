'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import {
  type AssetResponse,
  assetResponseSchema,
  checkCopyText,
  copyKindSchema,
} from '@/lib/assets/asset'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { countCharacters } from '@/lib/assets/plain-text'
import { labelLocale } from '@/lib/audit/audit-locale'
import { fitsLayout } from '@/lib/creatives/asset-fit'
import { layoutOf } from '@/lib/creatives/layouts'
import type { Design } from '@/lib/decision/snapshot'
import { labelAdSize } from '@/lib/decision/ad-size'
import type { FixOf } from './audit-fixes'

interface WriteCopyDialogProps {
  fix: FixOf<'write_copy'>
  design: Design
  onWritten: (asset: AssetResponse) => void
  onClose: () => void
}

/** Writes the text that is missing, and says with each letter where it fits. */
export function WriteCopyDialog({ fix, design, onWritten, onClose }: WriteCopyDialogProps) {
  const [text, setText] = useState(fix.text)
  const [fault, setFault] = useState<string | undefined>()
  const formId = useId()
  const create = useCreateCopyIn(fix.locale)
  const noun = KIND_LABELS[fix.assetKind].toLowerCase()
  const kind = copyKindSchema.safeParse(fix.assetKind).data

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!kind) return
    const checked = checkCopyText(kind, text)
    if (checked.kind === 'invalid') {
      setFault(checked.message)
      return
    }
    create.mutate(
      { kind, text: checked.text },
      {
        onSuccess: (asset) => {
          onWritten(asset)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={`Write a ${noun}`}
        description={`In ${labelLocale(fix.locale)}. It goes into the library as a draft, and into the slot.`}
        footer={
          <>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
              Add to the slot
            </Button>
          </>
        }
      >
        <form id={formId} noValidate onSubmit={submit} className="space-y-3">
          {create.isError && (
            <Callout tone="danger" live title="It could not be added">
              {create.error.message}
            </Callout>
          )}
          <Field label={KIND_LABELS[fix.assetKind]} error={fault} hint={describeLength(text, fix)}>
            <Textarea
              autoFocus
              rows={3}
              dir="auto"
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setFault(undefined)
              }}
            />
          </Field>
          <ul aria-label="Where it fits" className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
            {fix.sizes.map((size) => {
              const fits =
                text.trim() !== '' && fitsLayout(fix.assetKind, text, layoutOf(design, size))
              const Icon = fits ? CircleCheck : TriangleAlert
              return (
                <li key={size} className="flex items-center gap-1">
                  <Icon
                    aria-hidden
                    className={fits ? 'text-positive size-3.5' : 'text-warning size-3.5'}
                  />
                  {labelAdSize(size)}: {fits ? 'fits' : text.trim() === '' ? 'empty' : 'too long'}
                </li>
              )
            })}
          </ul>
        </form>
      </DialogContent>
    </Dialog>
  )
}

function describeLength(text: string, { maxCharacters }: FixOf<'write_copy'>): string {
  const count = countCharacters(text)
  const characters = `${count} character${count === 1 ? '' : 's'}`
  return maxCharacters === null ? characters : `${characters}; about ${maxCharacters} fit`
}

function useCreateCopyIn(locale: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (copy: { kind: string; text: string }) =>
      requestApi('/api/v1/assets/copy', assetResponseSchema, {
        method: 'POST',
        body: { ...copy, locale },
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ASSETS_KEY }),
    // Shown in the dialog.
    onError: () => undefined,
  })
}
