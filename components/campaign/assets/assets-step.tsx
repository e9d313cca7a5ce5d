'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { AssetPermissionsContext, useAssetPermissions } from '@/components/assets/asset-permissions'
import { AssetSheet } from '@/components/assets/asset-sheet'
import { useFindAsset } from '@/components/assets/use-assets'
import { UploadsStatus } from '@/components/assets/uploads-status'
import { isUnfinished } from '@/components/assets/upload-queue'
import { useUploads } from '@/components/assets/use-uploads'
import { RenderCheckWarning } from '@/components/render-check/render-check-warning'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { AssetsTabs } from '@/components/campaign/audit/assets-tabs'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { StepSaveBar } from '@/components/campaign/step-save-bar'
import { useCampaign } from '@/components/campaign/use-campaign'
import { useFocusAnchor } from '@/components/campaign/use-focus-anchor'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { checkDraft } from '@/lib/campaigns/check-draft'
import { permutationCount } from '@/lib/campaigns/step-states'
import { countTiles } from '@/lib/creatives/pick-products'
import type { Permission } from '@/lib/workspaces/permission'
import { combinationAt } from './ad-combination'
import { AssetPickerSheet } from './asset-picker-sheet'
import { CoverageCard } from './coverage-card'
import { DesignCard } from './design-card'
import { OverridesCard } from './overrides-card'
import { PreviewCard } from './preview-card'
import { ProductsCard, useFreshProducts } from './products-card'
import { SlotsCard } from './slots-card'
import { useSlotsEdit } from './use-slots-edit'

interface AssetsStepProps {
  campaignId: string
  permissions: readonly Permission[]
}

export function AssetsStep({ campaignId, permissions }: AssetsStepProps) {
  const { data: campaign } = useCampaign(campaignId)
  return (
    <AssetPermissionsContext value={permissions}>
      {campaign && <AssetsEditor campaign={campaign} />}
    </AssetPermissionsContext>
  )
}

function AssetsEditor({ campaign }: { campaign: CampaignDetail }) {
  const { canEdit } = useCampaignPermissions()
  const { canEdit: canCreate } = useAssetPermissions()
  const edit = useSlotsEdit(campaign)
  const { slots } = edit
  const design = useFreshProducts(edit.design)
  // Stays after the picker is closed: uploads that are under way still go to this slot.
  const [pickedKey, setPickedKey] = useState<string | null>(null)
  const [isPicking, setIsPicking] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const findAsset = useFindAsset()
  const pickedSlot = slots.find(({ key }) => key === pickedKey) ?? null
  const uploads = useUploads((asset) => {
    const target =
      pickedSlot?.kind === asset.kind ? pickedSlot : slots.find(({ kind }) => kind === asset.kind)
    if (target && asset.state !== 'archived') edit.addAssets(target.key, [asset])
  })
  const pick = (slotKey: string | null) => {
    if (slotKey !== null) setPickedKey(slotKey)
    setIsPicking(slotKey !== null)
  }
  useFocusAnchor()

  // Previews follow as fast as they can; the controls are never held up by them.
  const shown = useDeferredValue(design)
  const draft = useMemo(() => ({ ...campaign, slots, design }), [campaign, slots, design])
  const issues = useMemo(() => checkDraft(draft).filter(({ step }) => step === 'assets'), [draft])
  const sample = useMemo(() => combinationAt(slots, 0), [slots])
  const usedSizes = useMemo(
    () => [...new Set(campaign.placements.map(({ size }) => size))],
    [campaign.placements],
  )
  const showsProducts = countTiles(design, '300x250') > 0
  const hasAssets = Object.keys(sample).length > 0
  return (
    <div className="space-y-5">
      <AssetsTabs campaignId={campaign.id} />
      <LeaveGuard when={edit.isDirty || uploads.items.some(isUnfinished)} />
      <RenderCheckWarning campaign={campaign} />
      <UploadsStatus uploads={uploads} onOpen={() => setIsPicking(true)} />
      <SlotsCard
        edit={edit}
        issues={issues}
        canEdit={canEdit}
        uploads={canCreate ? uploads : null}
        onPick={pick}
        onDropInto={setPickedKey}
        onOpen={setOpenId}
      />
      {slots.length > 0 && (
        <>
          <DesignCard
            design={design}
            assets={sample}
            disabled={!canEdit}
            onDesignChange={edit.setDesign}
          />
          {showsProducts && (
            <ProductsCard
              design={design}
              disabled={!canEdit}
              issues={issues.flatMap(({ path, message }) => (path === 'products' ? [message] : []))}
              onDesignChange={edit.setDesign}
            />
          )}
          <OverridesCard
            design={design}
            slots={slots}
            disabled={!canEdit}
            issue={issues.find(({ path }) => path === 'overrides')?.message}
            onDesignChange={edit.setDesign}
          />
          {hasAssets && (
            <PreviewCard design={design} slots={slots} permutations={permutationCount(draft)} />
          )}
          <CoverageCard design={shown} slots={slots} usedSizes={usedSizes} />
        </>
      )}
      {edit.isDirty && <StepSaveBar edit={edit} label="Save assets" onSave={edit.save} />}
      <AssetPickerSheet
        slot={isPicking ? pickedSlot : null}
        uploads={uploads}
        canCreate={canCreate}
        onAdd={(assets) => pickedKey !== null && edit.addAssets(pickedKey, assets)}
        onRemove={(assetId) =>
          pickedKey !== null &&
          edit.setAssetIds(pickedKey, (before) => before.filter((id) => id !== assetId))
        }
        onClose={() => pick(null)}
      />
      <AssetSheet
        assetId={openId}
        knownTags={[]}
        onClose={() => {
          const changed = openId === null ? undefined : findAsset(openId)
          if (changed) edit.noteAsset(changed)
          setOpenId(null)
        }}
      />
    </div>
  )
}
