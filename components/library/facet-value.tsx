'use client'

import { type DragEvent, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/format-number'
import { type FacetName, NONE } from '@/lib/assets/asset-filter'
import { DRAG_TYPE } from './asset-item'
import { labelFacetValue } from './facet-labels'

interface FacetValueProps {
  name: FacetName
  value: string
  count: number
  isChosen: boolean
  onFlip: () => void
  /** Takes assets that are dropped here; with the keyboard it is the bar's "Tag". */
  onDropAssets: ((assetIds: string[]) => void) | null
}

export function FacetValue({
  name,
  value,
  count,
  isChosen,
  onFlip,
  onDropAssets,
}: FacetValueProps) {
  const [isOver, setIsOver] = useState(false)
  const takes = (event: DragEvent) =>
    onDropAssets !== null && value !== NONE && event.dataTransfer.types.includes(DRAG_TYPE)
  return (
    <li
      data-facet={`${name}:${value}`}
      onDragOver={(event) => {
        if (!takes(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        if (!takes(event)) return
        event.preventDefault()
        event.stopPropagation()
        onDropAssets?.(readIds(event.dataTransfer.getData(DRAG_TYPE)))
      }}
      className={cn(
        'flex min-h-7 items-center justify-between gap-2 rounded-sm px-1 pointer-coarse:min-h-10',
        isOver && 'bg-accent-subtle outline-accent outline-2',
      )}
    >
      <Checkbox
        checked={isChosen}
        onCheckedChange={onFlip}
        className="min-w-0 [&_label]:block [&_label]:truncate"
        label={labelFacetValue(name, value)}
      />
      <span className="text-muted text-xs tabular-nums">{formatCount(count)}</span>
    </li>
  )
}

function readIds(text: string): string[] {
  const parsed: unknown = JSON.parse(text || '[]')
  return Array.isArray(parsed) ? parsed.filter((id) => typeof id === 'string') : []
}
