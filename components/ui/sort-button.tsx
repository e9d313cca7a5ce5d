'use client'

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import type { MouseEventHandler } from 'react'
import { cn } from './cn'

interface SortButtonProps {
  label: string
  direction: 'asc' | 'desc' | false
  numeric?: boolean | undefined
  onClick: MouseEventHandler | undefined
}

export function SortButton({ label, direction, numeric, onClick }: SortButtonProps) {
  const Icon = direction === 'asc' ? ArrowUp : direction === 'desc' ? ArrowDown : ArrowUpDown
  return (
    <button
      type="button"
      onClick={onClick}
      className={cn(
        'group hover:text-foreground -mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1',
        direction && 'text-foreground',
        numeric && 'flex-row-reverse',
      )}
    >
      {label}
      <Icon
        aria-hidden
        className={cn(
          'size-3',
          !direction && 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
        )}
      />
    </button>
  )
}
