'use client'

import { type ReactNode, useState } from 'react'
import { useAssetReview } from '@/components/approvals/use-inbox'
import { Button } from '@/components/ui/button'
import { formatBytes } from '@/components/ui/format-number'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status-badge'
import type { AssetResponse } from '@/lib/assets/asset'
import { nextAssetState } from '@/lib/assets/asset-state'
import { WORDLESS_ACTIONS } from '@/lib/assets/find-asset-actions'
import { useAssetPermissions } from './asset-permissions'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { AssetTabs, type AssetTab } from './asset-tabs'
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
  const [tab, setTab] = useState<AssetTab>('details')
  const asset = query.data
  return (
    <SheetContent
      size="lg"
      title={asset?.name ?? 'Asset'}
      description={asset && <Facts asset={asset} />}
      footer={
        <>
          {steps}
          {asset && <StateActions asset={asset} tab={tab} onReview={() => setTab('review')} />}
        </>
      }
    >
      <QueryContent query={query} noun="This asset">
        {(loaded) => (
          <AssetTabs asset={loaded} knownTags={knownTags} tab={tab} onTabChange={setTab} />
        )}
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

/** Approval and its words have their place in the review tab, with the terms that they hold for. */
const FOOTER_ACTIONS = WORDLESS_ACTIONS.filter((action) => action !== 'approve')

const ACTION_LABELS = {
  submit: 'Submit for review',
  withdraw: 'Take back',
  archive: 'Archive',
  restore: 'Restore',
} as const satisfies Record<(typeof FOOTER_ACTIONS)[number], string>

interface StateActionsProps {
  asset: AssetResponse
  tab: AssetTab
  onReview: () => void
}

function StateActions({ asset, tab, onReview }: StateActionsProps) {
  const { permissions } = useAssetPermissions()
  const { change, isPending } = useChangeAssetState()
  const { data: review } = useAssetReview(asset.id)
  const canApprove = review?.me.canApprove === true
  const steps = FOOTER_ACTIONS.flatMap((action) => {
    const next = nextAssetState(asset.state, action, permissions, false)
    if (next.kind !== 'ok' || next.state === asset.state) return []
    // The review tab has this step itself.
    return action === 'submit' && tab === 'review' ? [] : [{ action, to: next.state }]
  })
  return (
    <>
      {steps.map(({ action, to }) => (
        <Button
          key={action}
          variant={to === 'archived' ? 'ghost' : 'secondary'}
          disabled={isPending}
          onClick={() => change([asset], to)}
        >
          {ACTION_LABELS[action]}
        </Button>
      ))}
      {canApprove && asset.state === 'in_review' && tab !== 'review' && (
        <Button variant="primary" onClick={onReview}>
          Review
        </Button>
      )}
      {/* Who may approve their own need not submit to themselves first. */}
      {canApprove && asset.state === 'draft' && (
        <Button variant="primary" disabled={isPending} onClick={() => change([asset], 'approved')}>
          Approve
        </Button>
      )}
    </>
  )
}
