'use client'

import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import type { DataColumn } from '@/components/ui/data-column'
import { DataTable } from '@/components/ui/data-table'
import { formatDate } from '@/components/ui/format-date'
import { StatusBadge } from '@/components/ui/status-badge'
import { type AssetResponse, COPY_MAX_LENGTH, copyKindSchema } from '@/lib/assets/asset'
import { countCharacters } from '@/lib/assets/plain-text'
import { BulkAssetActions } from './bulk-asset-actions'
import { KIND_LABELS } from '@/lib/assets/kind-labels'

interface CopyTableProps {
  assets: readonly AssetResponse[]
  loading: boolean
  canSelect: boolean
  selectedIds: readonly string[]
  onSelectedIdsChange: (ids: string[]) => void
  onOpen: (assetId: string) => void
}

export function CopyTable({
  assets,
  loading,
  canSelect,
  selectedIds,
  onSelectedIdsChange,
  onOpen,
}: CopyTableProps) {
  const columns = useMemo(() => columnsWith(onOpen), [onOpen])
  return (
    <DataTable
      caption="Copy"
      columns={columns}
      rows={assets}
      loading={loading}
      getRowId={(row) => row.id}
      rowLabel={(row) => row.name}
      selectedIds={selectedIds}
      onSelectedIdsChange={onSelectedIdsChange}
      bulkActions={
        canSelect
          ? (selected, clear) => <BulkAssetActions assets={selected} onClear={clear} />
          : undefined
      }
      empty={null}
    />
  )
}

function columnsWith(onOpen: (assetId: string) => void): DataColumn<AssetResponse>[] {
  return [
    {
      id: 'text',
      header: 'Text',
      className: 'max-md:min-w-48',
      cell: (row) => (
        <>
          <button
            type="button"
            dir="auto"
            onClick={() => onOpen(row.id)}
            className="focus-visible:after:outline-ring line-clamp-2 w-full text-left font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2"
          >
            {row.text}
          </button>
          <span className="text-muted block text-xs md:hidden">{KIND_LABELS[row.kind]}</span>
        </>
      ),
    },
    { id: 'kind', header: 'Kind', wideOnly: true, cell: (row) => KIND_LABELS[row.kind] },
    { id: 'state', header: 'State', cell: (row) => <StatusBadge status={row.state} /> },
    {
      id: 'length',
      header: 'Length',
      numeric: true,
      wideOnly: true,
      cell: (row) => {
        const kind = copyKindSchema.safeParse(row.kind)
        return kind.success
          ? `${countCharacters(row.text ?? '')} of ${COPY_MAX_LENGTH[kind.data]}`
          : '–'
      },
    },
    {
      id: 'tags',
      header: 'Tags',
      wideOnly: true,
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          {row.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'created',
      header: 'Added',
      wideOnly: true,
      className: 'whitespace-nowrap',
      cell: (row) => formatDate(row.createdAt),
    },
  ]
}
