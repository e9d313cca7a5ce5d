import { CircleCheck, Plus, TriangleAlert } from 'lucide-react'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { findAssetActions } from '@/lib/assets/find-asset-actions'
import { PictureDropZone } from '@/components/assets/picture-drop-zone'
import type { Uploads } from '@/components/assets/use-uploads'
import { KIND_HINTS } from '@/components/assets/kind-labels'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { moveItem } from '@/components/ui/move-item'
import { isPictureKind } from '@/lib/assets/asset'
import type { DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import { SlotAssetItem } from './slot-asset-item'
import { SlotAssetMenu } from './slot-asset-menu'

interface SlotSectionProps {
  slot: DraftSlot
  issues: readonly string[]
  canEdit: boolean
  isFirst: boolean
  isLast: boolean
  uploads: Uploads | null
  onDropped: () => void
  onPick: () => void
  onApprove: (assets: readonly DraftAsset[]) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onAssetIds: (next: (before: string[]) => string[]) => void
  onOpen: (assetId: string) => void
}

/** One slot with the assets it may show. Its id is the path of its issues: links lead here. */
export function SlotSection(props: SlotSectionProps) {
  const { slot, uploads, canEdit, onDropped } = props
  if (!isPictureKind(slot.kind) || !uploads) return <SlotContent {...props} />
  return (
    <PictureDropZone
      isPart
      uploads={uploads}
      kind={slot.kind}
      disabled={!canEdit}
      onDropped={onDropped}
    >
      <SlotContent {...props} />
    </PictureDropZone>
  )
}

function SlotContent({ slot, issues, canEdit, ...props }: SlotSectionProps) {
  const { permissions } = useAssetPermissions()
  const { key, kind, assets } = slot
  const label = KIND_LABELS[kind]
  const isCopy = assets.some(({ text }) => text !== null)
  const approvable = assets.filter(
    ({ state }) =>
      (state === 'draft' || state === 'in_review') &&
      findAssetActions(state, 'approved', permissions),
  )
  const approvedCount = assets.filter(({ state }) => state === 'approved').length
  return (
    <section
      id={`slots.${key}`}
      tabIndex={-1}
      aria-labelledby={`slot-title-${key}`}
      className="focus-visible:outline-ring scroll-mt-20 space-y-3 px-4 py-4 focus-visible:-outline-offset-2"
    >
      <header className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h3
            id={`slot-title-${key}`}
            className="flex flex-wrap items-center gap-2 text-sm font-semibold"
          >
            {label}
            {key !== kind && <span className="text-muted font-normal">{key}</span>}
            {assets.length === 0 && <Badge tone="warning">Empty</Badge>}
          </h3>
          <p className="text-muted text-xs">
            {assets.length === 0
              ? `${KIND_HINTS[kind]}${isPictureKind(kind) && props.uploads && canEdit ? ' Drop files here, or choose.' : ''}`
              : `${assets.length} chosen, ${approvedCount} approved`}
          </p>
        </div>
        <div className="flex items-center gap-1">
          {approvable.length > 1 && (
            <Button
              size="sm"
              icon={<CircleCheck aria-hidden />}
              onClick={() => props.onApprove(approvable)}
            >
              Approve all {approvable.length}
            </Button>
          )}
          {canEdit && (
            <>
              <Button
                size="sm"
                icon={<Plus aria-hidden />}
                onClick={props.onPick}
                aria-label={`Choose assets for ${key}`}
              >
                Choose
              </Button>
              <SlotAssetMenu
                name={`the slot ${key}`}
                removeLabel="Remove the slot"
                isFirst={props.isFirst}
                isLast={props.isLast}
                onMove={props.onMove}
                onRemove={props.onRemove}
              />
            </>
          )}
        </div>
      </header>
      {/* An empty slot says so beside its name. */}
      {assets.length > 0 &&
        issues.map((message) => (
          <p key={message} className="text-warning flex items-start gap-1.5 text-xs">
            <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            {message}
          </p>
        ))}
      {assets.length > 0 && (
        <ol className={cn(isCopy ? 'divide-border divide-y' : 'flex flex-wrap gap-3')}>
          {assets.map((asset, index) => (
            <SlotAssetItem
              key={asset.id}
              asset={asset}
              onOpen={() => props.onOpen(asset.id)}
              onApprove={approvable.includes(asset) ? () => props.onApprove([asset]) : undefined}
              menu={
                canEdit && (
                  <SlotAssetMenu
                    name={asset.name}
                    removeLabel="Take out of the slot"
                    isFirst={index === 0}
                    isLast={index === assets.length - 1}
                    onOpen={() => props.onOpen(asset.id)}
                    onMove={(by) =>
                      props.onAssetIds((before) => moveItem(before, index, index + by))
                    }
                    onRemove={() =>
                      props.onAssetIds((before) => before.filter((id) => id !== asset.id))
                    }
                  />
                )
              }
            />
          ))}
        </ol>
      )}
    </section>
  )
}
