'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cn } from './cn'
import { RememberOpener, useReturnFocus } from './return-focus'

export const Dialog = Radix.Root
export const DialogTrigger = Radix.Trigger
export const DialogClose = Radix.Close

interface DialogContentProps {
  title: ReactNode
  description?: ReactNode
  /** Buttons, right-aligned; the primary one last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
  children?: ReactNode
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl', xl: 'max-w-5xl' }

/** A frame would keep every key to itself, Escape included. */
function keepFocusOutOfFrames(event: Event): void {
  const content = event.currentTarget
  if (!(content instanceof HTMLElement) || !content.querySelector('iframe')) return
  event.preventDefault()
  content.focus()
}

export const overlayStyle = 'fixed inset-0 z-50 bg-overlay animate-fade-in'

export function DialogContent({
  title,
  description,
  footer,
  size = 'md',
  children,
}: DialogContentProps) {
  const { opener, onCloseAutoFocus } = useReturnFocus()
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyle} />
      <Radix.Content
        onOpenAutoFocus={keepFocusOutOfFrames}
        onCloseAutoFocus={onCloseAutoFocus}
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'animate-pop-in border-border bg-raised shadow-popover fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border',
          widths[size],
        )}
      >
        <RememberOpener openerRef={opener} />
        <header className="pt-4 pr-12 pb-3 pl-5">
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          {description && (
            <Radix.Description className="text-muted text-sm">{description}</Radix.Description>
          )}
        </header>
        {children && <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">{children}</div>}
        {footer && (
          <footer className="border-border flex flex-wrap justify-end gap-2 border-t px-5 py-3">
            {footer}
          </footer>
        )}
        <Radix.Close asChild>
          <Button
            aria-label="Close"
            variant="ghost"
            size="icon-sm"
            className="absolute top-3 right-3"
          >
            <X aria-hidden />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  )
}
