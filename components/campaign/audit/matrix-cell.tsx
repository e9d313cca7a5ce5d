'use client'

import { CircleCheck, CircleX, Clock, Minus, TriangleAlert } from 'lucide-react'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { Audit, CellState, CoverageCell, InventoryRow } from '@/lib/audit/audit'
import { labelAdSize } from '@/lib/decision/ad-size'
import { useAuditFixes } from './audit-fixes'
import { FixButton } from './fix-button'

export const CELL_LOOKS: Readonly<
  Record<CellState, { Icon: typeof Minus; tone: string; words: string }>
> = {
  good: { Icon: CircleCheck, tone: 'text-positive', words: 'Something approved looks right' },
  waiting: { Icon: Clock, tone: 'text-accent', words: 'Something looks right, once approved' },
  poor: { Icon: TriangleAlert, tone: 'text-warning', words: 'Only cut or enlarged ones' },
  missing: { Icon: CircleX, tone: 'text-danger', words: 'Nothing to show' },
  no_room: { Icon: Minus, tone: 'text-muted', words: 'No room in this size' },
}

const MAX_LISTED = 6

interface MatrixCellProps {
  cell: CoverageCell
  slot: string
  label: string
  sizeIndex: number
  audit: Audit
}

/** One slot in one ad size: how many assets look right, opening to what is missing. */
export function MatrixCell({ cell, slot, label, sizeIndex, audit }: MatrixCellProps) {
  const { Icon, tone, words } = CELL_LOOKS[cell.state]
  const icon = <Icon aria-hidden className={`size-4 ${tone}`} />
  const faulty = audit.inventory.filter(
    (row) =>
      row.slot === slot &&
      row.standing !== 'out' &&
      ['limited', 'missing'].includes(row.fits[sizeIndex]?.state ?? ''),
  )
  if (cell.state === 'no_room') {
    return (
      <span className="inline-flex size-7 items-center justify-center">
        {icon}
        <span className="sr-only">{words}</span>
      </span>
    )
  }
  const finding = audit.findings.find(
    ({ topic, where }) =>
      topic === 'coverage' &&
      where.slots.includes(slot) &&
      (where.sizes.length === 0 || where.sizes.includes(cell.size)),
  )
  return (
    <Popover>
      <PopoverTrigger
        aria-label={`${label} in ${labelAdSize(cell.size)}: ${words}. ${cell.good} look right`}
        className="hover:bg-subtle inline-flex h-7 min-w-7 items-center justify-center gap-1 rounded-md px-1.5 text-xs tabular-nums pointer-coarse:h-9"
      >
        {icon}
        {cell.good}
      </PopoverTrigger>
      <PopoverContent
        aria-label={`${label} in ${labelAdSize(cell.size)}`}
        className="w-80 space-y-2"
      >
        <p className="font-medium">
          {label} in {labelAdSize(cell.size)}
        </p>
        <p className="text-muted text-xs">
          {words}: {cell.good} look right ({cell.ready} approved), {cell.limited} are cut or
          enlarged.
          {cell.characterLimit !== null && ` About ${cell.characterLimit} characters fit.`}
        </p>
        <Viewers {...cell.viewers} />
        <FaultList rows={faulty} sizeIndex={sizeIndex} />
        {finding && cell.state !== 'good' && (
          <div className="space-y-1.5">
            <p className="text-xs">{finding.sentence}</p>
            <FixButton finding={finding} />
          </div>
        )}
      </PopoverContent>
    </Popover>
  )
}

function Viewers({ count, of, examples }: CoverageCell['viewers']) {
  if (count === of || count === 0) return null
  const more = count - examples.length
  return (
    <p className="text-muted text-xs">
      So for {count} of {of} kinds of viewers: {examples.join('; ')}
      {more > 0 && `; ${more} more`}.
    </p>
  )
}

function FaultList({ rows, sizeIndex }: { rows: readonly InventoryRow[]; sizeIndex: number }) {
  const { open } = useAuditFixes()
  if (rows.length === 0) return null
  return (
    <ul className="space-y-1 text-xs">
      {rows.slice(0, MAX_LISTED).map((row) => (
        <li key={row.assetId}>
          <button
            type="button"
            dir="auto"
            className="text-accent block max-w-full truncate text-left font-medium underline-offset-4 hover:underline"
            onClick={() => open(row.assetId)}
          >
            {row.text ?? row.name}
          </button>
          <span className="text-muted">{row.fits[sizeIndex]?.reason}</span>
        </li>
      ))}
      {rows.length > MAX_LISTED && (
        <li className="text-muted">And {rows.length - MAX_LISTED} more, listed below.</li>
      )}
    </ul>
  )
}
