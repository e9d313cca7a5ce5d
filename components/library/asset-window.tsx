'use client'

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import type { AssetResponse } from '@/lib/assets/asset'
import type { LibraryLayout } from '@/lib/assets/library-view'
import { AssetRow } from './asset-row'
import { AssetTile } from './asset-tile'
import { isSelected, type Selection } from './selection'
import { type AssetPages, useReadUntil } from './use-asset-pages'
import { useElementPlace } from './use-element-place'
import { useItemKeys } from './use-item-keys'
import { useKeepScroll } from './use-keep-scroll'
import type { Density } from './use-library-query'
import { layOutWindow } from './window-layout'

/** The bar above the list stays in sight. */
const STICKY_PX = 64

interface AssetWindowProps {
  pages: AssetPages
  layout: LibraryLayout
  density: Density
  selection: Selection
  onSelectionChange: (selection: Selection) => void
  /** Names the list: coming back to it, it is where it was. */
  listKey: string
  /** Ids to carry along when one of them is dragged; null where nothing may be changed. */
  dragIds: ((asset: AssetResponse) => string[]) | null
  onOpen: (assetId: string) => void
}

/** All assets that fit, of which only the rows in sight are in the page. */
export function AssetWindow(props: AssetWindowProps) {
  const { pages, layout, density, selection, listKey, dragIds } = props
  const { assets, total } = pages
  const box = useRef<HTMLDivElement>(null)
  const { widthPx, topPx } = useElementPlace(box)
  const { columns, rowPx, gapPx } = layOutWindow(layout, density, widthPx)
  const keys = useItemKeys({ ...props, columns, rowPx: rowPx + gapPx })
  const activeRow = Math.floor(keys.active / columns)
  const rowCount = Math.ceil(total / columns)
  const virtualizer = useWindowVirtualizer({
    count: widthPx === 0 ? 0 : rowCount,
    estimateSize: () => rowPx,
    gap: gapPx,
    overscan: 4,
    scrollMargin: topPx,
    scrollPaddingStart: STICKY_PX,
    scrollPaddingEnd: STICKY_PX,
    // The row that holds the focus stays, wherever the page is scrolled to.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), Math.min(activeRow, range.count - 1)])]
          .filter((row) => row >= 0)
          .toSorted((a, b) => a - b),
      [activeRow],
    ),
  })
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx, gapPx, columns])
  const { focusWanted, clearWanted } = keys
  useEffect(() => {
    if (!focusWanted) return
    virtualizer.scrollToIndex(activeRow, { align: 'auto' })
    const item = box.current?.querySelector<HTMLElement>(`[data-index="${keys.active}"]`)
    item?.focus({ preventScroll: true })
    if (item) clearWanted()
  })
  const rows = virtualizer.getVirtualItems()
  const lastSeen = virtualizer.range?.endIndex ?? 0
  useReadUntil(pages, (lastSeen + 1) * columns)
  useKeepScroll(listKey, widthPx > 0 && total > 0)

  const Item = layout === 'grid' ? AssetTile : AssetRow
  return (
    <div
      ref={box}
      role="rowgroup"
      data-testid="asset-window"
      data-loaded={assets.length}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={keys.onKeyDown}
    >
      {rows.map((row) => (
        <div
          key={row.key}
          role={layout === 'grid' ? 'row' : undefined}
          aria-rowindex={layout === 'grid' ? row.index + 1 : undefined}
          className="absolute inset-x-0 top-0 grid"
          style={{
            transform: `translateY(${row.start - topPx}px)`,
            height: rowPx,
            gap: gapPx,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {listIndexes(row.index, columns, total).map((index) => {
            const asset = assets[index]
            return (
              <Item
                key={index}
                index={index}
                asset={asset}
                density={density}
                isActive={index === keys.active}
                isSelected={asset !== undefined && isSelected(selection, asset.id)}
                canSelect={dragIds !== null}
                dragIds={dragIds}
                onPick={keys.onPick}
                onToggle={keys.onToggle}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

function listIndexes(row: number, columns: number, total: number): number[] {
  const from = row * columns
  return Array.from({ length: Math.max(0, Math.min(columns, total - from)) }, (_, at) => from + at)
}
