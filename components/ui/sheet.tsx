'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cn } from './cn'
import { overlayStyle } from './dialog'
import { RememberOpener, useReturnFocus } from './return-focus'

export const Sheet = Radix.Root
export const SheetTrigger = Radix.Trigger
export const SheetClose = Radix.Close

interface SheetContentProps {
  title: ReactNode
  description?: ReactNode
  side?: 'right' | 'left' | 'bottom'
  size?: 'sm' | 'md' | 'lg'
  footer?: ReactNode
  children: ReactNode
}

const sides = {
  right: 'inset-y-0 right-0 w-full border-l animate-slide-from-right',
  left: 'inset-y-0 left-0 w-full border-r animate-slide-from-left',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t animate-slide-from-bottom',
}
const widths = { sm: 'max-w-72', md: 'max-w-md', lg: 'max-w-2xl' }

export function SheetContent({
  title,
  description,
  side = 'right',
  size = 'md',
  footer,
  children,
}: SheetContentProps) {
  const { opener, onCloseAutoFocus } = useReturnFocus()
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyle} />
      <Radix.Content
        onCloseAutoFocus={onCloseAutoFocus}
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'border-border bg-raised shadow-popover fixed z-50 flex flex-col',
          sides[side],
          side !== 'bottom' && widths[size],
        )}
      >
        <RememberOpener openerRef={opener} />
        <header className="border-border border-b py-3 pr-12 pl-4">
          <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
          {description && (
            <Radix.Description className="text-muted text-sm">{description}</Radix.Description>
          )}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
        {footer && (
          <footer className="border-border flex flex-wrap justify-end gap-2 border-t px-4 py-3">
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
