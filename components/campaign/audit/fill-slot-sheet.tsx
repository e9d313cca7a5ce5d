'use client'

import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { useUploads } from '@/components/assets/use-uploads'
import { AssetPickerSheet } from '@/components/campaign/assets/asset-picker-sheet'
import { useSlotsEdit } from '@/components/campaign/assets/use-slots-edit'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { FixOf } from './audit-fixes'

interface FillSlotSheetProps {
  campaign: CampaignDetail
  fix: FixOf<'fill_slot'>
  onClose: () => void
}

/** The picker of the assets step, whose choice is saved as it is closed. */
export function FillSlotSheet({ campaign, fix, onClose }: FillSlotSheetProps) {
  const { canEdit: canCreate } = useAssetPermissions()
  const edit = useSlotsEdit(campaign)
  const slot = edit.slots.find(({ key }) => key === fix.slot) ?? null
  const uploads = useUploads((asset) => {
    if (slot?.kind === asset.kind && asset.state !== 'archived') edit.addAssets(fix.slot, [asset])
  })
  return (
    <AssetPickerSheet
      slot={slot}
      uploads={uploads}
      canCreate={canCreate}
      startsWith={fix.from === 'upload' ? 'new' : 'library'}
      onAdd={(assets) => edit.addAssets(fix.slot, assets)}
      onRemove={(assetId) =>
        edit.setAssetIds(fix.slot, (before) => before.filter((id) => id !== assetId))
      }
      onClose={() => {
        if (edit.isDirty) edit.save()
        onClose()
      }}
    />
  )
}
