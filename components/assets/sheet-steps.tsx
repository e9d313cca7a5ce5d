'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { IconButton } from '@/components/ui/icon-button'

interface SheetStepsProps {
  assetId: string
  listed: readonly { id: string }[]
  onOpen: (assetId: string) => void
}

/** To the asset before and after in the list, by button or arrow key. */
export function SheetSteps({ assetId, listed, onOpen }: SheetStepsProps) {
  const place = listed.findIndex(({ id }) => id === assetId)
  const previousId = place > 0 ? listed[place - 1]?.id : undefined
  const nextId = place >= 0 ? listed[place + 1]?.id : undefined
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      const id = { ArrowLeft: previousId, ArrowRight: nextId }[event.key]
      if (id === undefined || event.defaultPrevented || usesArrows(event.target)) return
      event.preventDefault()
      onOpen(id)
    }
    document.addEventListener('keydown', step)
    return () => document.removeEventListener('keydown', step)
  }, [previousId, nextId, onOpen])
  if (place < 0) return null
  return (
    <span className="mr-auto flex gap-1">
      <IconButton
        label="The one before"
        disabled={previousId === undefined}
        onClick={() => previousId !== undefined && onOpen(previousId)}
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      <IconButton
        label="The next one"
        disabled={nextId === undefined}
        onClick={() => nextId !== undefined && onOpen(nextId)}
      >
        <ChevronRight aria-hidden />
      </IconButton>
    </span>
  )
}

/** Text fields, sliders, tabs and menus have a use of their own for the arrow keys. */
function usesArrows(target: EventTarget | null): boolean {
  const owners = 'input, textarea, select, [role=slider], [role=tab], [role=menu], [role=listbox]'
  return target instanceof Element && target.closest(owners) !== null
}
