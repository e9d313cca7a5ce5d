'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { KIND_HINTS } from '@/components/assets/kind-labels'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { slotKeySchema } from '@/lib/campaigns/campaign-api'
import { type AssetKind, assetKindSchema } from '@/lib/decision/snapshot'
import { freeSlotKey, type SlotChoice } from './slots-edit'

interface AddSlotDialogProps {
  slots: readonly { key: string; kind: AssetKind }[]
  onAdd: (slot: SlotChoice) => void
}

const MAX_SLOTS = 12

export function AddSlotDialog({ slots, onAdd }: AddSlotDialogProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button icon={<Plus aria-hidden />} disabled={slots.length >= MAX_SLOTS}>
          Add slot
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Add a slot"
        description="A slot is a place in the ad that different assets can fill."
        size="sm"
      >
        <AddSlotForm
          slots={slots}
          onAdd={(slot) => {
            onAdd(slot)
            setOpen(false)
          }}
        />
      </DialogContent>
    </Dialog>
  )
}

function AddSlotForm({ slots, onAdd }: AddSlotDialogProps) {
  const unused = assetKindSchema.options.find((kind) => slots.every((slot) => slot.kind !== kind))
  const [kind, setKind] = useState<AssetKind>(unused ?? 'image')
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<string>()
  const key = typed ?? freeSlotKey(kind, slots)
  const isSecond = slots.some((slot) => slot.kind === kind)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = slotKeySchema.safeParse(key)
    if (!checked.success) setFault(checked.error.issues[0]?.message)
    else if (slots.some((slot) => slot.key === key)) setFault('Another slot has this name')
    else onAdd({ key, kind, assetIds: [] })
  }
  return (
    <form noValidate onSubmit={submit} className="space-y-4">
      <Field label="Kind" hint={KIND_HINTS[kind]}>
        <Select
          value={kind}
          onValueChange={setKind}
          options={assetKindSchema.options.map((value) => ({ value, label: KIND_LABELS[value] }))}
        />
      </Field>
      {isSecond && (
        <Callout tone="warning">
          There is a slot of this kind already. The templates show the first of each kind only.
        </Callout>
      )}
      <Field
        label="Name"
        hint="For rules and reports: lower-case letters, digits and _"
        error={fault}
      >
        <Input
          value={key}
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => {
            setTyped(event.target.value)
            setFault(undefined)
          }}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          Add slot
        </Button>
      </div>
    </form>
  )
}
