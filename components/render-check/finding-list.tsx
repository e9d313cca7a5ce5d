'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-number'
import { labelAdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'
import { listFindingElements } from '@/lib/render-checks/list-elements'
import type { RenderCell, RenderFinding } from '@/lib/render-checks/render-check'
import { describeFinding } from './describe-finding'

interface FindingListProps {
  cells: readonly RenderCell[]
  snapshot: Snapshot
  isDone: boolean
  onOpen: (cell: RenderCell) => void
}

const SHOWN = 8

/** What was found, once for the same elements in a size, with an ad that shows it. */
export function FindingList({ cells, snapshot, isDone, onOpen }: FindingListProps) {
  const [showsAll, setShowsAll] = useState(false)
  const groups = groupFindings(cells, snapshot)
  if (groups.length === 0) {
    return isDone ? <p>Every text fits and can be read.</p> : null
  }
  return (
    <div className="space-y-2">
      <p className="font-medium">
        {groups.length === 1 ? '1 finding' : `${formatCount(groups.length)} findings`}
      </p>
      <ul aria-label="Findings" className="divide-border divide-y">
        {groups.slice(0, showsAll ? undefined : SHOWN).map(({ key, cell, finding, names }) => (
          <li
            key={key}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
          >
            <span className="min-w-0 wrap-anywhere">
              {describeFinding(finding)}
              <span className="text-muted block text-xs">
                {names.join(' with ')} · {labelAdSize(cell.size)}
              </span>
            </span>
            <Button size="sm" onClick={() => onOpen(cell)}>
              See the ad
            </Button>
          </li>
        ))}
      </ul>
      {groups.length > SHOWN && !showsAll && (
        <Button variant="link" onClick={() => setShowsAll(true)}>
          Show all {formatCount(groups.length)}
        </Button>
      )}
    </div>
  )
}

interface FindingGroup {
  readonly key: string
  readonly cell: RenderCell
  readonly finding: RenderFinding
  /** What its elements are called. */
  readonly names: readonly string[]
}

function groupFindings(cells: readonly RenderCell[], snapshot: Snapshot): FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const cell of cells) {
    for (const finding of cell.findings ?? []) {
      const elements = listFindingElements(snapshot, cell, finding)
      const key = JSON.stringify([finding.kind, finding.part, cell.size, elements])
      if (groups.has(key)) continue
      const names = Object.values(elements).map((id) => `“${snapshot.assets[id]?.name ?? id}”`)
      groups.set(key, { key, cell, finding, names })
    }
  }
  return [...groups.values()]
}
