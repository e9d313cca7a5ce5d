'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button'

interface BulkBarProps {
  count: number
  onClear: () => void
  children: ReactNode
}

/** Floats over the foot of a list while rows are selected. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  return (
    <div className="pointer-events-none sticky bottom-3 z-20 flex justify-center px-2">
      <div
        role="toolbar"
        aria-label="Actions for the selected rows"
        className="animate-pop-in border-border-strong bg-raised shadow-popover pointer-events-auto -mt-12 flex max-w-full flex-wrap items-center gap-2 rounded-lg border p-2 pl-3"
      >
        <span role="status" className="text-sm font-medium tabular-nums">
          {count} selected
        </span>
        {children}
        <IconButton label="Clear selection" size="sm" onClick={onClear}>
          <X aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}
