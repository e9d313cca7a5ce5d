'use client'

import { LayoutPanelTop } from 'lucide-react'
import type { Uploads } from '@/components/assets/use-uploads'
import { useChangeAssetState } from '@/components/assets/use-change-asset-state'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { moveItem } from '@/components/ui/move-item'
import type { CampaignIssue } from '@/lib/campaigns/step'
import { AddSlotDialog } from './add-slot-dialog'
import { SlotSection } from './slot-section'
import { USUAL_SLOTS } from './slots-edit'
import type { SlotsEdit } from './use-slots-edit'

interface SlotsCardProps {
  edit: SlotsEdit
  issues: readonly CampaignIssue[]
  canEdit: boolean
  /** Null for people who may not add assets. */
  uploads: Uploads | null
  /** Pictures were dropped on a slot. */
  onDropInto: (slotKey: string) => void
  onPick: (slotKey: string) => void
  /** Shows everything about an asset. */
  onOpen: (assetId: string) => void
}

export function SlotsCard({ edit, issues, canEdit, uploads, ...on }: SlotsCardProps) {
  const { slots, setSlots, setAssetIds } = edit
  const approval = useChangeAssetState(edit.noteStates)
  return (
    <Card
      id="slots"
      tabIndex={-1}
      flush
      className="scroll-mt-20"
      title={
        <span className="flex items-center gap-1">
          Which asset goes where
          <Explain term="Slot">
            A place in the ad: its picture, its headline, its button. Each viewer sees one of the
            assets you put in a slot, and the ads learn which of them work.
          </Explain>
        </span>
      }
      description="Only approved assets are shown to people."
      actions={
        canEdit &&
        slots.length > 0 && (
          <AddSlotDialog slots={slots} onAdd={(slot) => setSlots((before) => [...before, slot])} />
        )
      }
    >
      {slots.length === 0 ? (
        <EmptyState
          icon={<LayoutPanelTop />}
          title="No slots yet"
          body="Most ads have a picture, a headline, a text, a button and a logo. Begin with these; more can be added."
          action={
            canEdit && (
              <>
                <Button variant="primary" onClick={() => setSlots(() => [...USUAL_SLOTS])}>
                  Start with the usual five slots
                </Button>
                <AddSlotDialog slots={slots} onAdd={(slot) => setSlots(() => [slot])} />
              </>
            )
          }
        />
      ) : (
        <div className="divide-border divide-y">
          {slots.map((slot, index) => (
            <SlotSection
              key={slot.key}
              slot={slot}
              canEdit={canEdit}
              issues={issues
                .filter(({ path }) => path === `slots.${slot.key}`)
                .map(({ message }) => message)}
              isFirst={index === 0}
              isLast={index === slots.length - 1}
              uploads={uploads}
              onDropped={() => on.onDropInto(slot.key)}
              onOpen={on.onOpen}
              onPick={() => on.onPick(slot.key)}
              onApprove={(assets) => approval.change(assets, 'approved')}
              onMove={(by) => setSlots((before) => moveItem(before, index, index + by))}
              onRemove={() => setSlots((before) => before.filter(({ key }) => key !== slot.key))}
              onAssetIds={(next) => setAssetIds(slot.key, next)}
            />
          ))}
        </div>
      )}
    </Card>
  )
}
