'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { AssetSheet } from '@/components/assets/asset-sheet'
import { useChangeAssetState } from '@/components/assets/use-change-asset-state'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { usePauseElement } from '@/components/campaign/scale/use-pause-element'
import type { AuditFix } from '@/lib/audit/audit-finding'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { hrefOfIssue } from '@/lib/campaigns/step'
import { AuditFixesContext, type FixOf } from './audit-fixes'
import { FillSlotSheet } from './fill-slot-sheet'
import { useAuditAnew } from './use-audit'
import { useChangeSlots } from './use-change-slots'
import { useFocusField } from './use-focus-field'
import { useLanguageRule } from './use-language-rule'
import { WriteCopyDialog } from './write-copy-dialog'

type Opened =
  | { kind: 'asset'; assetId: string; field: string | null }
  | FixOf<'write_copy'>
  | FixOf<'fill_slot'>

/** Carries out the fixes of findings: at once with an undo, or in a sheet or dialog. */
export function AuditFixesProvider({
  campaign,
  children,
}: {
  campaign: CampaignDetail
  children: ReactNode
}) {
  const { canEdit } = useCampaignPermissions()
  const { canEdit: canEditAssets } = useAssetPermissions()
  const router = useRouter()
  const auditAnew = useAuditAnew(campaign.id)
  const [opened, setOpened] = useState<Opened | null>(null)
  const slots = useChangeSlots(campaign)
  const rule = useLanguageRule(campaign)
  const states = useChangeAssetState(auditAnew)
  const pausing = usePauseElement(campaign.id)
  useFocusField(opened?.kind === 'asset' ? opened.field : null)
  const close = () => setOpened(null)
  const open = (assetId: string) => setOpened({ kind: 'asset', assetId, field: null })
  const assets = campaign.slots.flatMap((slot) => slot.assets)

  const apply = (fix: AuditFix) => {
    switch (fix.kind) {
      case 'write_copy':
      case 'fill_slot':
        setOpened(fix)
        return
      case 'open_asset':
        setOpened({ kind: 'asset', assetId: fix.assetId, field: FIELD_NAMES[fix.field] })
        return
      case 'submit':
        states.change(
          [...new Map(assets.map((asset) => [asset.id, asset])).values()].filter(({ id }) =>
            fix.assetIds.includes(id),
          ),
          'in_review',
        )
        return
      case 'review': {
        const [first] = fix.assetIds
        if (fix.assetIds.length === 1 && first !== undefined) open(first)
        else router.push('/review')
        return
      }
      case 'take_out':
        slots.change({
          slot: fix.slot,
          assetIds: (before) => before.filter((id) => !fix.assetIds.includes(id)),
          done: fix.assetIds.length === 1 ? 'Taken out' : `${fix.assetIds.length} taken out`,
        })
        return
      case 'pause': {
        const asset = assets.find(({ id }) => id === fix.assetId)
        if (asset) pausing.setPaused(fix.slot, asset, true)
        return
      }
      case 'keep_to_language':
        rule.add(fix)
        return
      case 'go_to':
        router.push(hrefOfIssue(campaign.id, { ...fix, message: '' }))
    }
  }
  const isBusy = slots.isPending || rule.isPending || states.isPending || pausing.isPending
  return (
    <AuditFixesContext
      value={{ campaignId: campaign.id, canEdit, canEditAssets, isBusy, apply, open }}
    >
      {children}
      <AssetSheet
        assetId={opened?.kind === 'asset' ? opened.assetId : null}
        knownTags={[]}
        onClose={() => {
          close()
          auditAnew()
        }}
      />
      {opened?.kind === 'write_copy' && (
        <WriteCopyDialog
          fix={opened}
          design={campaign.design}
          onWritten={(asset) =>
            slots.change({
              slot: opened.slot,
              assetIds: (before) => [...before, asset.id],
              done: 'Added to the slot. It waits for approval.',
            })
          }
          onClose={close}
        />
      )}
      {opened?.kind === 'fill_slot' && (
        <FillSlotSheet key={opened.slot} campaign={campaign} fix={opened} onClose={close} />
      )}
    </AuditFixesContext>
  )
}

/** Fields of the asset's form by what a finding is about. */
const FIELD_NAMES: Readonly<Record<FixOf<'open_asset'>['field'], string | null>> = {
  text: 'text',
  altText: 'altText',
  rights: 'rightsUntil',
  colours: null,
  picture: null,
  approval: null,
}
