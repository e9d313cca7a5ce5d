import { Check } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/format-number'
import { colorNameSchema } from '@/lib/assets/asset-filter'
import { COLOR_SWATCHES, labelFacetValue } from './facet-labels'

interface ColorFacetProps {
  counts: readonly { value: string; count: number }[]
  chosen: readonly string[]
  onFlip: (value: string) => void
}

/** The colours pictures are mostly made of, to press. */
export function ColorFacet({ counts, chosen, onFlip }: ColorFacetProps) {
  return (
    <ul className="flex flex-wrap gap-1.5 px-1">
      {colorNameSchema.options.flatMap((name) => {
        const found = counts.find(({ value }) => value === name)
        if (!found) return []
        const isChosen = chosen.includes(name)
        const label = `${labelFacetValue('color', name)}: ${formatCount(found.count)}`
        return (
          <li key={name}>
            <button
              type="button"
              title={label}
              aria-label={label}
              aria-pressed={isChosen}
              onClick={() => onFlip(name)}
              className={cn(
                'border-border-strong flex size-7 items-center justify-center rounded-full border pointer-coarse:size-9',
                isChosen && 'outline-accent outline-2 outline-offset-1',
              )}
              style={{ background: COLOR_SWATCHES[name] }}
            >
              {isChosen && <Check aria-hidden className="size-4 text-white mix-blend-difference" />}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
