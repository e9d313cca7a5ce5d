'use client'

import { Archive, ArchiveRestore, CircleCheck, Send } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { AssetResponse } from '@/lib/assets/asset'
import type { AssetState } from '@/lib/assets/asset-state'
import { useAssetPermissions } from './asset-permissions'
import { findAssetActions } from '@/lib/assets/find-asset-actions'
import { useChangeAssetState } from './use-change-asset-state'

interface BulkAssetActionsProps {
  assets: readonly AssetResponse[]
  /** Called when a change was made: nothing is selected any more. */
  onClear: () => void
}

/** Each change is offered for those of the selected assets that can make it. */
const CHANGES: { to: AssetState; from: readonly AssetState[]; label: string; Icon: typeof Send }[] =
  [
    { to: 'in_review', from: ['draft'], label: 'Submit', Icon: Send },
    { to: 'approved', from: ['draft', 'in_review'], label: 'Approve', Icon: CircleCheck },
    {
      to: 'archived',
      from: ['draft', 'in_review', 'approved'],
      label: 'Archive',
      Icon: Archive,
    },
    { to: 'draft', from: ['archived'], label: 'Restore', Icon: ArchiveRestore },
  ]

/** The buttons of the bar over the list. */
export function BulkAssetActions({ assets, onClear }: BulkAssetActionsProps) {
  const { permissions } = useAssetPermissions()
  const { change, isPending } = useChangeAssetState(onClear)
  return (
    <>
      {CHANGES.map(({ to, from, label, Icon }) => {
        const able = assets.filter(
          ({ state }) => from.includes(state) && findAssetActions(state, to, permissions),
        )
        if (able.length === 0) return null
        return (
          <Button
            key={to}
            size="sm"
            variant={to === 'approved' ? 'primary' : 'secondary'}
            icon={<Icon aria-hidden />}
            disabled={isPending}
            onClick={() => change(able, to)}
          >
            {able.length === assets.length ? label : `${label} ${able.length}`}
          </Button>
        )
      })}
    </>
  )
}
