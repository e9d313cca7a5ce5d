'use client'

import { useMemo, useState } from 'react'
import { ApiProblem } from '@/components/api/api-problem'
import { useCampaign, useSaveStep } from '@/components/campaign/use-campaign'
import type { AssetResponse } from '@/lib/assets/asset'
import type { AssetState } from '@/lib/assets/asset-state'
import type { CampaignDetail, SaveSlots } from '@/lib/campaigns/campaign-api'
import type { DraftAsset } from '@/lib/campaigns/campaign-draft'
import type { Design } from '@/lib/decision/snapshot'
import { fillSlots, type SlotChoice, type SlotsDraft, toSaveSlots, toSlotsEdit } from './slots-edit'
import { toDraftAsset } from './to-draft-asset'

/** The slots and the design while they are being changed, until they are saved. */
export function useSlotsEdit(campaign: CampaignDetail) {
  const save = useSaveStep<SaveSlots>(campaign.id, 'assets', { showsOwnErrors: true })
  const { refetch } = useCampaign(campaign.id)
  // Null while nothing differs from what is saved.
  const [edit, setEdit] = useState<SlotsDraft | null>(null)
  const [picked, setPicked] = useState<ReadonlyMap<string, DraftAsset>>(new Map())
  const current = useMemo(() => edit ?? toSlotsEdit(campaign), [edit, campaign])
  const slots = useMemo(
    () => fillSlots(current.slots, campaign, picked),
    [current.slots, campaign, picked],
  )
  const isDirty = edit !== null
  const change = (next: (before: SlotsDraft) => Partial<SlotsDraft>) =>
    setEdit((before) => {
      const base = before ?? toSlotsEdit(campaign)
      return { ...base, ...next(base) }
    })
  const setSlots = (next: (before: SlotChoice[]) => SlotChoice[]) =>
    change((before) => ({ slots: next(before.slots) }))
  const setAssetIds = (slotKey: string, next: (before: string[]) => string[]) =>
    setSlots((before) =>
      before.map((slot) =>
        slot.key === slotKey ? { ...slot, assetIds: next(slot.assetIds) } : slot,
      ),
    )
  const send = (edited: SlotsDraft) =>
    save.mutate(toSaveSlots(edited), { onSuccess: () => setEdit(null) })

  return {
    design: current.design,
    slots,
    isDirty,
    isSaving: save.isPending,
    isStale: save.error instanceof ApiProblem && save.error.status === 409,
    error: save.error,
    setDesign: (design: Design) => change(() => ({ design })),
    setSlots,
    setAssetIds,
    addAssets: (slotKey: string, assets: readonly AssetResponse[]) => {
      setPicked(
        (before) => new Map([...before, ...assets.map((a) => [a.id, toDraftAsset(a)] as const)]),
      )
      setAssetIds(slotKey, (before) => [...new Set([...before, ...assets.map(({ id }) => id)])])
    },
    noteStates: (moved: readonly { id: string; to: AssetState }[]) => {
      setPicked((before) => {
        const next = new Map(before)
        for (const { id, to } of moved) {
          const asset = next.get(id)
          if (asset) next.set(id, { ...asset, state: to })
        }
        return next
      })
      void refetch()
    },
    /** An asset that was changed here, apart from the campaign. */
    noteAsset: (asset: AssetResponse) => {
      setPicked((before) =>
        before.has(asset.id) ? new Map(before).set(asset.id, toDraftAsset(asset)) : before,
      )
      void refetch()
    },
    save: () => send(current),
    discard: () => {
      save.reset()
      setEdit(null)
      void refetch()
    },
    /** Saves over what somebody else saved meanwhile. */
    overwrite: async () => {
      const { data } = await refetch()
      if (data) send({ ...current, editVersion: data.editVersion })
    },
  }
}

export type SlotsEdit = ReturnType<typeof useSlotsEdit>
