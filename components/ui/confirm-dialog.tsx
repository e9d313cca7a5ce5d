'use client'

import { AlertDialog as Radix } from 'radix-ui'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Button } from './button'
import { Callout } from './callout'
import { overlayStyle } from './dialog'

interface ConfirmDialogProps {
  /** The button that asks; leave it out and control `open` instead. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: string
  body: ReactNode
  /** Says what will happen: "Delete 3 assets", never "OK". */
  confirmLabel: string
  danger?: boolean
  /** The dialog closes when this resolves and shows the message if it throws. */
  onConfirm: () => Promise<void> | void
}

/** Only for what cannot be undone; otherwise do it and offer undo in a toast. */
export function ConfirmDialog({
  trigger,
  open,
  onOpenChange,
  title,
  body,
  confirmLabel,
  danger = false,
  onConfirm,
}: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const setOpen = (next: boolean) => {
    if (pending) return
    setError(null)
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  const confirm = async () => {
    setPending(true)
    setError(null)
    try {
      await onConfirm()
      setOwnOpen(false)
      onOpenChange?.(false)
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : 'That did not work. Try again.')
    } finally {
      setPending(false)
    }
  }
  return (
    <Radix.Root open={open ?? ownOpen} onOpenChange={setOpen}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content className="animate-pop-in border-border bg-raised shadow-popover fixed top-1/2 left-1/2 z-50 w-[calc(100vw-32px)] max-w-md -translate-x-1/2 -translate-y-1/2 space-y-4 rounded-lg border p-5">
          <div className="space-y-1">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="text-muted text-sm">{body}</div>
            </Radix.Description>
          </div>
          {error && (
            <Callout tone="danger" live>
              {error}
            </Callout>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button disabled={pending}>Cancel</Button>
            </Radix.Cancel>
            <Button
              variant={danger ? 'danger' : 'primary'}
              loading={pending}
              onClick={() => {
                void confirm()
              }}
            >
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
