'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { type SlotChoice, toSlotsEdit } from '@/components/campaign/assets/slots-edit'
import { campaignKey } from '@/components/campaign/use-campaign'
import { type CampaignDetail, campaignDetailSchema } from '@/lib/campaigns/campaign-api'

interface SlotChange {
  slot: string
  assetIds: (before: readonly string[]) => string[]
  /** What was done, for the toast. */
  done: string
}

/** Puts assets into a slot or takes them out at once, against the newest edit seen, with an undo. */
export function useChangeSlots(campaign: CampaignDetail) {
  const queryClient = useQueryClient()
  const key = campaignKey(campaign.id)
  const mutation = useMutation({
    mutationFn: (slots: (before: SlotChoice[]) => SlotChoice[]) => {
      const newest = queryClient.getQueryData<CampaignDetail>(key) ?? campaign
      const edit = toSlotsEdit(newest)
      return requestApi(`/api/v1/campaigns/${campaign.id}/assets`, campaignDetailSchema, {
        method: 'PUT',
        body: { ...edit, slots: slots(edit.slots) },
      })
    },
    // A reading that began before would bring the edit of before back.
    onMutate: () => queryClient.cancelQueries({ queryKey: key }),
    onSuccess: (saved) => queryClient.setQueryData(key, saved),
    // Somebody else may have saved: what is on screen is not what would be changed.
    onError: (error) => {
      toast.error(error.message)
      void queryClient.invalidateQueries({ queryKey: key })
    },
  })
  const setIds = (slot: string, next: (before: readonly string[]) => string[]) => {
    return (slots: SlotChoice[]) =>
      slots.map((one) => (one.key === slot ? { ...one, assetIds: next(one.assetIds) } : one))
  }
  const change = ({ slot, assetIds, done }: SlotChange) => {
    const before = (queryClient.getQueryData<CampaignDetail>(key) ?? campaign).slots
      .find((one) => one.key === slot)
      ?.assets.map(({ id }) => id)
    const undo = () => mutation.mutate(setIds(slot, (now) => before ?? [...now]))
    mutation.mutate(setIds(slot, assetIds), {
      onSuccess: () => toast(done, { action: { label: 'Undo', onClick: undo } }),
    })
  }
  return { change, isPending: mutation.isPending }
}
