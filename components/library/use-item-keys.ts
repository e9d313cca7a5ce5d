'use client'

import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { AssetResponse } from '@/lib/assets/asset'
import { moveByKey } from './move-by-key'
import { NOTHING, type Selection, selectRange, toggle } from './selection'
import type { AssetPages } from './use-asset-pages'

interface ItemKeysInput {
  readonly pages: AssetPages
  readonly columns: number
  readonly rowPx: number
  readonly selection: Selection
  readonly onSelectionChange: (selection: Selection) => void
  readonly dragIds: ((asset: AssetResponse) => string[]) | null
  readonly onOpen: (assetId: string) => void
}

/**
 * Which item holds the focus, and what clicks and keys do: arrows move, with Shift they select on
 * the way, Space selects, Enter opens, Ctrl or Cmd with A selects everything, Escape nothing.
 */
export function useItemKeys(input: ItemKeysInput) {
  const { pages, columns, rowPx, selection, onSelectionChange, dragIds, onOpen } = input
  const { assets, total } = pages
  const canSelect = dragIds !== null
  const [place, setPlace] = useState({ active: 0, anchor: 0 })
  const [focusWanted, setFocusWanted] = useState(false)
  const active = Math.min(place.active, Math.max(0, total - 1))
  const hasSelection = selection.kind === 'all' || selection.ids.size > 0

  const onToggle = (index: number, isRange: boolean) => {
    const asset = assets[index]
    if (!asset || !canSelect) return
    onSelectionChange(
      isRange ? selectRange(selection, assets, place.anchor, index) : toggle(selection, asset.id),
    )
    setPlace({ active: index, anchor: isRange ? place.anchor : index })
  }
  const onPick = (index: number, event: MouseEvent) => {
    const asset = assets[index]
    if (!asset) return
    const isAdding = event.ctrlKey || event.metaKey || hasSelection
    if (canSelect && (event.shiftKey || isAdding)) return onToggle(index, event.shiftKey)
    setPlace({ active: index, anchor: index })
    onOpen(asset.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const asset = assets[active]
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)
    const pageRows = Math.max(1, Math.floor(window.innerHeight / rowPx) - 1)
    const next = moveByKey(event.key, active, { total, columns, pageRows })
    if (canSelect && isAll) onSelectionChange({ kind: 'all', except: new Set() })
    else if (event.key === 'Escape' && hasSelection) onSelectionChange(NOTHING)
    else if (event.key === ' ') onToggle(active, event.shiftKey)
    else if (event.key === 'Enter' && asset) onOpen(asset.id)
    else if (next !== null) {
      const anchor = event.shiftKey ? place.anchor : next
      if (event.shiftKey && canSelect) {
        onSelectionChange(selectRange(selection, assets, place.anchor, next))
      }
      setPlace({ active: next, anchor })
      setFocusWanted(true)
    } else return
    event.preventDefault()
  }
  return {
    active,
    focusWanted,
    clearWanted: () => setFocusWanted(false),
    onToggle,
    onPick,
    onKeyDown,
  }
}
