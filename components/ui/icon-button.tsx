'use client'

import { Button, type ButtonProps } from './button'
import { Tooltip } from './tooltip'

interface IconButtonProps extends Omit<ButtonProps, 'size' | 'icon' | 'asChild'> {
  /** The accessible name; also the tooltip. */
  label: string
  size?: 'sm' | 'md'
}

export function IconButton({
  label,
  size = 'md',
  variant = 'ghost',
  children,
  loading,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <Button
        aria-label={label}
        variant={variant}
        size={size === 'sm' ? 'icon-sm' : 'icon'}
        loading={loading}
        {...props}
      >
        {loading ? null : children}
      </Button>
    </Tooltip>
  )
}
