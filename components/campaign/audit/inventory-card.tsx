'use client'

import { useMemo, useState } from 'react'
import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { SearchInput } from '@/components/ui/search-input'
import { StatusBadge } from '@/components/ui/status-badge'
import type { Audit, InventoryRow } from '@/lib/audit/audit'
import { labelLocale } from '@/lib/audit/audit-locale'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { labelAdSize } from '@/lib/decision/ad-size'
import { useAuditFixes } from './audit-fixes'

const PAGE_SIZE = 25

interface InventoryCardProps {
  audit: Audit
  campaign: CampaignDetail
}

/** Every asset with the sizes it can fill, and why it can't fill the others. */
export function InventoryCard({ audit, campaign }: InventoryCardProps) {
  const [search, setSearch] = useState('')
  const [isFaultyOnly, setIsFaultyOnly] = useState(false)
  const [page, setPage] = useState(0)
  const columns = useInventoryColumns(audit, campaign)
  const rows = useMemo(() => {
    const words = search.toLowerCase()
    return audit.inventory.filter(
      (row) =>
        `${row.text ?? ''} ${row.name}`.toLowerCase().includes(words) &&
        (!isFaultyOnly || countFits(audit, row).faults.length > 0),
    )
  }, [audit, search, isFaultyOnly])
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const current = Math.min(page, pageCount - 1)
  const first = current * PAGE_SIZE
  const visible = rows.slice(first, first + PAGE_SIZE)
  return (
    <Card
      flush
      title={`Inventory (${audit.inventory.length.toLocaleString('en')})`}
      description="Which slots and sizes each asset can fill."
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <SearchInput label="Search the assets" value={search} onValueChange={setSearch} />
        <Checkbox
          label="Only those that don’t fit somewhere"
          checked={isFaultyOnly}
          onCheckedChange={(checked) => setIsFaultyOnly(checked === true)}
        />
      </div>
      <DataTable
        caption="Inventory"
        columns={columns}
        rows={visible}
        getRowId={(row) => `${row.slot} ${row.assetId}`}
        empty={
          <EmptyState
            title="No asset like this"
            action={
              <Button
                onClick={() => {
                  setSearch('')
                  setIsFaultyOnly(false)
                }}
              >
                Show all
              </Button>
            }
          />
        }
      />
      {rows.length > PAGE_SIZE && (
        <Pagination
          summary={`${first + 1}–${first + visible.length} of ${rows.length.toLocaleString('en')}`}
          onPrevious={current > 0 ? () => setPage(current - 1) : undefined}
          onNext={current < pageCount - 1 ? () => setPage(current + 1) : undefined}
        />
      )}
    </Card>
  )
}

function useInventoryColumns(audit: Audit, campaign: CampaignDetail) {
  const { open } = useAuditFixes()
  return useMemo((): DataColumn<InventoryRow>[] => {
    const assets = new Map(campaign.slots.flatMap((slot) => slot.assets.map((a) => [a.id, a])))
    return [
      {
        id: 'asset',
        header: 'Asset',
        interactive: true,
        className: 'max-w-64',
        cell: (row) => {
          const asset = assets.get(row.assetId)
          return (
            <span className="flex min-w-0 items-center gap-2">
              {asset && <AssetThumbnail asset={asset} className="size-8" />}
              <button
                type="button"
                dir="auto"
                className="min-w-0 truncate text-left font-medium underline-offset-4 hover:underline"
                onClick={() => open(row.assetId)}
              >
                {row.text ?? row.name}
              </button>
            </span>
          )
        },
      },
      { id: 'slot', header: 'Slot', wideOnly: true, cell: ({ slotLabel }) => slotLabel },
      {
        id: 'locale',
        header: 'Language',
        wideOnly: true,
        cell: ({ locale, text }) => (text === null ? '–' : labelLocale(locale)),
      },
      {
        id: 'state',
        header: 'State',
        wideOnly: true,
        cell: ({ state, isPaused }) => <StatusBadge status={isPaused ? 'paused' : state} />,
      },
      { id: 'sizes', header: 'Fits', cell: (row) => <Fits {...countFits(audit, row)} /> },
    ]
  }, [audit, campaign, open])
}

/** Of the sizes that matter: how many an asset fits, and what keeps it from the others. */
function countFits({ sizes, hasPlacements }: Audit, { fits }: InventoryRow) {
  const own = sizes.flatMap(({ size, isPlaced }, index) => {
    const fit = fits[index]
    return fit && fit.state !== 'no_room' && (isPlaced || !hasPlacements) ? [{ size, ...fit }] : []
  })
  const faults = own.filter(({ state }) => state !== 'good')
  return { total: own.length, good: own.length - faults.length, faults }
}

function Fits({ total, good, faults }: ReturnType<typeof countFits>) {
  const byReason = [...Map.groupBy(faults, ({ reason }) => reason)].slice(0, 3)
  const listed = byReason.reduce((count, [, own]) => count + own.length, 0)
  return (
    <div className="min-w-36 py-1 text-xs">
      <span className="tabular-nums">
        {total === 0 ? 'No room in any placed size' : `${good} of ${total} sizes`}
      </span>
      <ul className="text-muted">
        {byReason.map(([reason, own]) => (
          <li key={reason}>
            {own.map(({ size }) => labelAdSize(size)).join(', ')}: {reason.toLowerCase()}
          </li>
        ))}
        {listed < faults.length && <li>and {faults.length - listed} more</li>}
      </ul>
    </div>
  )
}
