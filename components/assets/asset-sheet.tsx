'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { formatBytes } from '@/components/ui/format-number'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status-badge'
import type { AssetResponse } from '@/lib/assets/asset'
import { type AssetState, nextAssetState } from '@/lib/assets/asset-state'
import { WORDLESS_ACTIONS } from '@/lib/assets/find-asset-actions'
import { useAssetPermissions } from './asset-permissions'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { AssetTabs } from './asset-tabs'
import { SheetSteps } from './sheet-steps'
import { useAsset } from './use-assets'
import { useChangeAssetState } from './use-change-asset-state'

interface AssetSheetProps {
  assetId: string | null
  knownTags: readonly string[]
  /** The list it was opened from: the arrow keys lead to the one before and after. */
  listed?: readonly { id: string }[]
  onOpen?: (assetId: string) => void
  onClose: () => void
}

export function AssetSheet({ assetId, knownTags, listed = [], onOpen, onClose }: AssetSheetProps) {
  return (
    <Sheet open={assetId !== null} onOpenChange={(open) => !open && onClose()}>
      {assetId !== null && (
        <LoadedSheet
          assetId={assetId}
          knownTags={knownTags}
          steps={onOpen && <SheetSteps assetId={assetId} listed={listed} onOpen={onOpen} />}
        />
      )}
    </Sheet>
  )
}

interface LoadedSheetProps {
  assetId: string
  knownTags: readonly string[]
  steps: ReactNode
}

function LoadedSheet({ assetId, knownTags, steps }: LoadedSheetProps) {
  const query = useAsset(assetId)
  const asset = query.data
  return (
    <SheetContent
      size="lg"
      title={asset?.name ?? 'Asset'}
      description={asset && <Facts asset={asset} />}
      footer={
        <>
          {steps}
          {asset && <StateActions asset={asset} />}
        </>
      }
    >
      <QueryContent query={query} noun="This asset">
        {(loaded) => <AssetTabs asset={loaded} knownTags={knownTags} />}
      </QueryContent>
    </SheetContent>
  )
}

function Facts({ asset }: { asset: AssetResponse }) {
  const { picture } = asset
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatusBadge status={asset.state} />
      <span>{KIND_LABELS[asset.kind]}</span>
      {picture && (
        <span className="tabular-nums">
          {picture.widthPx} × {picture.heightPx} px, {formatBytes(picture.fileSizeBytes)}
        </span>
      )}
      <span>
        added <LocalTime time={asset.createdAt} />
      </span>
    </span>
  )
}

const ACTION_LABELS: Record<(typeof WORDLESS_ACTIONS)[number], string> = {
  submit: 'Submit for review',
  withdraw: 'Take back',
  approve: 'Approve',
  archive: 'Archive',
  restore: 'Restore',
}

function StateActions({ asset }: { asset: AssetResponse }) {
  const { permissions, canApprove } = useAssetPermissions()
  const { change, isPending } = useChangeAssetState()
  const steps = WORDLESS_ACTIONS.flatMap((action) => {
    const next = nextAssetState(asset.state, action, permissions, action === 'approve')
    return next.kind === 'ok' && next.state !== asset.state
      ? [{ label: ACTION_LABELS[action], to: next.state }]
      : []
  })
  // Who may approve need not submit to themselves first.
  const shortcut: { label: string; to: AssetState }[] =
    asset.state === 'draft' && canApprove ? [{ label: 'Approve', to: 'approved' }] : []
  const choices = [...steps, ...shortcut]
  if (choices.length === 0) return null
  return (
    <>
      {choices
        .toSorted((a, b) => Number(a.to === 'approved') - Number(b.to === 'approved'))
        .map(({ label, to }) => (
          <Button
            key={label}
            variant={to === 'approved' ? 'primary' : to === 'archived' ? 'ghost' : 'secondary'}
            disabled={isPending}
            onClick={() => change([asset], to)}
          >
            {label}
          </Button>
        ))}
    </>
  )
}
