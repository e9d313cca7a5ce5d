'use client'

import { Slot } from 'radix-ui'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { buttonStyle, type ButtonStyleProps } from './button-style'
import { cn } from './cn'
import { Spinner } from './spinner'

export interface ButtonProps extends ComponentProps<'button'>, ButtonStyleProps {
  /** Shown before the text. */
  icon?: ReactNode
  /** Keeps the button focusable but inert, and shows a spinner. */
  loading?: boolean
  asChild?: boolean
}

export function Button({
  variant,
  size,
  icon,
  loading = false,
  asChild = false,
  className,
  children,
  onClick,
  type = 'button',
  ...props
}: ButtonProps) {
  const classes = cn(buttonStyle({ variant, size }), className)
  if (asChild) {
    return (
      <Slot.Root className={classes} onClick={onClick} {...props}>
        {children}
      </Slot.Root>
    )
  }
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type={type}
      className={classes}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      onClick={handleClick}
      {...props}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  )
}
