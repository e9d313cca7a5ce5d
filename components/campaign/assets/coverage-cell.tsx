'use client'

import { CircleCheck, CircleX, Minus, TriangleAlert } from 'lucide-react'
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { CoverageCell as Cell } from '@/lib/creatives/coverage'
import { labelAdSize } from '@/lib/decision/ad-size'

const LOOKS = {
  ok: { Icon: CircleCheck, tone: 'text-positive', words: 'Looks right' },
  warning: { Icon: TriangleAlert, tone: 'text-warning', words: 'Shown, but cut or enlarged' },
  missing: { Icon: CircleX, tone: 'text-danger', words: 'Nothing to show' },
  unused: { Icon: Minus, tone: 'text-muted', words: 'No room in this size' },
}

/** One slot in one ad size; opens to what is wrong there and the way to mend it. */
export function CoverageCell({ cell, slotLabel }: { cell: Cell; slotLabel: string }) {
  const { Icon, tone, words } = LOOKS[cell.state]
  const icon = <Icon aria-hidden className={`size-4 ${tone}`} />
  if (cell.issues.length === 0) {
    return (
      <span className="inline-flex size-7 items-center justify-center">
        {icon}
        <span className="sr-only">{words}</span>
      </span>
    )
  }
  return (
    <Popover>
      <PopoverTrigger
        aria-label={`${slotLabel} in ${labelAdSize(cell.size)}: ${words}. ${cell.issues.length} to look at`}
        className="hover:bg-subtle inline-flex h-7 min-w-7 items-center justify-center gap-1 rounded-md px-1.5 text-xs tabular-nums pointer-coarse:h-9"
      >
        {icon}
        {cell.state === 'warning' && cell.issues.length}
      </PopoverTrigger>
      <PopoverContent
        aria-label={`${slotLabel} in ${labelAdSize(cell.size)}`}
        className="space-y-2"
      >
        <p className="font-medium">
          {words} in {labelAdSize(cell.size)}
        </p>
        <ul className="text-muted list-disc space-y-1 pl-4 text-xs">
          {cell.issues.map(({ assetId, message }) => (
            <li key={`${assetId} ${message}`}>{message}</li>
          ))}
        </ul>
        <PopoverClose asChild>
          <a href={`#slots.${cell.slot}`} className="text-accent text-xs font-medium underline">
            Mend it in the slot
          </a>
        </PopoverClose>
      </PopoverContent>
    </Popover>
  )
}
