import { Check } from 'lucide-react'
import { cn } from '@/components/ui/cn'

/** The box to click; with the keyboard it is Space on the item. */
export function SelectMark({
  name,
  isSelected,
  onToggle,
  className,
}: {
  name: string
  isSelected: boolean
  onToggle: (isRange: boolean) => void
  className?: string
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-pressed={isSelected}
      aria-label={`Select ${name}`}
      onClick={(event) => {
        event.stopPropagation()
        onToggle(event.shiftKey)
      }}
      className={cn(
        'inline-flex size-7 items-center justify-center pointer-coarse:size-10',
        className,
      )}
    >
      <span
        aria-hidden
        className={cn(
          'border-input bg-surface flex size-4 items-center justify-center rounded-sm border',
          isSelected && 'border-accent bg-accent text-accent-foreground',
        )}
      >
        {isSelected && <Check strokeWidth={3} className="size-3" />}
      </span>
    </button>
  )
}
