'use client'

import { toast } from 'sonner'
import { useSetElementPaused } from '@/components/campaign/use-campaign'

/** Pauses an element of a slot or takes it back, with the way to undo it. */
export function usePauseElement(campaignId: string) {
  const { mutate, isPending } = useSetElementPaused(campaignId)
  const setPaused = (slot: string, asset: { id: string; name: string }, isPaused: boolean) =>
    mutate(
      { slot, assetId: asset.id, isPaused },
      {
        onSuccess: () =>
          toast(
            `${asset.name} ${isPaused ? 'paused' : 'is back'}. Publish the changes to make it so.`,
            { action: { label: 'Undo', onClick: () => setPaused(slot, asset, !isPaused) } },
          ),
      },
    )
  return { setPaused, isPending }
}
