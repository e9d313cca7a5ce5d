import { ArrowDown, ArrowUp, Ellipsis, Pencil, X } from 'lucide-react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { Button } from '@/components/ui/button'

interface SlotAssetMenuProps {
  /** What the menu is about: its accessible name. */
  name: string
  removeLabel: string
  isFirst: boolean
  isLast: boolean
  className?: string
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  /** Shows everything about the asset. */
  onOpen?: () => void
}

/** Order and removal, of a slot or of an asset in it. */
export function SlotAssetMenu({
  name,
  removeLabel,
  isFirst,
  isLast,
  className,
  onMove,
  onRemove,
  onOpen,
}: SlotAssetMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`More about ${name}`}
          className={className}
        >
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {onOpen && (
          <DropdownMenuItem icon={<Pencil aria-hidden />} onSelect={onOpen}>
            Edit
          </DropdownMenuItem>
        )}
        <DropdownMenuItem
          icon={<ArrowUp aria-hidden />}
          disabled={isFirst}
          onSelect={() => onMove(-1)}
        >
          Move forward
        </DropdownMenuItem>
        <DropdownMenuItem
          icon={<ArrowDown aria-hidden />}
          disabled={isLast}
          onSelect={() => onMove(1)}
        >
          Move back
        </DropdownMenuItem>
        <DropdownMenuItem icon={<X aria-hidden />} danger onSelect={onRemove}>
          {removeLabel}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
