'use client'

import { useCallback, useState } from 'react'
import { CopyLinesForm } from '@/components/assets/copy-lines-form'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { labelSlot } from '@/lib/assets/label-slot'
import { PictureDrop } from '@/components/assets/picture-drop'
import { UploadList } from '@/components/assets/upload-list'
import type { Uploads } from '@/components/assets/use-uploads'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Sheet, SheetClose, SheetContent } from '@/components/ui/sheet'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { type AssetResponse, copyKindSchema, isPictureKind } from '@/lib/assets/asset'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import { PickerList } from './picker-list'

interface AssetPickerSheetProps {
  slot: DraftSlot | null
  uploads: Uploads
  canCreate: boolean
  /** The tab to begin with. */
  startsWith?: 'library' | 'new'
  onAdd: (assets: readonly AssetResponse[]) => void
  onRemove: (assetId: string) => void
  onClose: () => void
}

/** Chooses the assets of one slot: from the library, by upload, or written in place. */
export function AssetPickerSheet({ slot, onClose, ...props }: AssetPickerSheetProps) {
  const [hasTyped, setHasTyped] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const close = () => {
    setHasTyped(false)
    onClose()
  }
  return (
    <>
      <Sheet
        open={slot !== null}
        onOpenChange={(open) => !open && (hasTyped ? setIsLeaving(true) : close())}
      >
        {slot && (
          <PickerContent key={slot.key} slot={slot} onTypedChange={setHasTyped} {...props} />
        )}
      </Sheet>
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setIsLeaving}
        title="Leave without adding?"
        body="What you wrote was not added to the slot yet."
        confirmLabel="Leave without adding"
        danger
        onConfirm={close}
      />
    </>
  )
}

type PickerContentProps = Omit<AssetPickerSheetProps, 'slot' | 'onClose'> & {
  slot: DraftSlot
  onTypedChange: (hasTyped: boolean) => void
}

function PickerContent({
  slot,
  uploads,
  canCreate,
  startsWith = 'library',
  onAdd,
  onRemove,
  onTypedChange,
}: PickerContentProps) {
  const [tab, setTab] = useState<string>(canCreate ? startsWith : 'library')
  const { kind } = slot
  const copyKind = copyKindSchema.safeParse(kind).data
  const noun = KIND_LABELS[kind].toLowerCase()
  const showNew = useCallback(() => setTab('new'), [])
  return (
    <SheetContent
      size="lg"
      title={`Choose for “${labelSlot(slot.key, kind)}”`}
      description="Every choice is one more thing the ads can try. Drafts may be chosen; they wait for approval."
      footer={
        <>
          <span role="status" className="text-muted mr-auto self-center text-sm tabular-nums">
            {slot.assets.length} chosen
          </span>
          <SheetClose asChild>
            <Button variant="primary">Done</Button>
          </SheetClose>
        </>
      }
    >
      <Tabs
        value={tab}
        onValueChange={(next) => {
          setTab(next)
          onTypedChange(false)
        }}
      >
        <TabsList aria-label="Where from">
          <TabsTrigger value="library">From the library</TabsTrigger>
          {canCreate && (
            <TabsTrigger value="new">{copyKind ? 'Write new' : 'Upload new'}</TabsTrigger>
          )}
        </TabsList>
        <TabsContent value="library">
          <PickerList
            kind={kind}
            chosenIds={slot.assets.map(({ id }) => id)}
            onAdd={(asset) => onAdd([asset])}
            onRemove={onRemove}
            onCreate={canCreate ? showNew : undefined}
            createLabel={copyKind ? `Write a ${noun}` : `Upload a ${noun}`}
          />
        </TabsContent>
        {canCreate && (
          <TabsContent value="new" className="space-y-4">
            {copyKind && (
              <CopyLinesForm
                kind={copyKind}
                onTypedChange={onTypedChange}
                onCreated={(assets, isDone) => {
                  onAdd(assets)
                  if (isDone) setTab('library')
                }}
              />
            )}
            {isPictureKind(kind) && (
              <>
                <PictureDrop uploads={uploads} kind={kind} />
                <p className="text-muted text-xs">What is uploaded here goes into the slot.</p>
                <UploadList uploads={uploads} />
              </>
            )}
          </TabsContent>
        )}
      </Tabs>
    </SheetContent>
  )
}
