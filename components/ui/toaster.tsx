'use client'

import { useTheme } from 'next-themes'
import { Toaster as Sonner, type ToasterProps } from 'sonner'

const themes: Record<string, ToasterProps['theme']> = { light: 'light', dark: 'dark' }

const ABOVE_SAVE_BAR_PX = 84

export function Toaster() {
  const { resolvedTheme } = useTheme()
  return (
    <Sonner
      theme={themes[resolvedTheme ?? ''] ?? 'system'}
      position="bottom-right"
      // Above the bar that saves: a toast must not cover the next thing to press.
      offset={{ bottom: ABOVE_SAVE_BAR_PX, right: 20 }}
      mobileOffset={{ bottom: ABOVE_SAVE_BAR_PX }}
      closeButton
      toastOptions={{
        duration: 6000,
        classNames: {
          toast:
            '!rounded-lg !border-border !bg-raised !text-foreground !font-sans !shadow-popover',
          description: '!text-muted',
          actionButton: '!bg-accent !text-accent-foreground',
          success: '[&_[data-icon]]:text-positive',
          error: '[&_[data-icon]]:text-danger',
          warning: '[&_[data-icon]]:text-warning',
        },
      }}
    />
  )
}
