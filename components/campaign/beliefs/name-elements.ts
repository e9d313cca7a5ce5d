import { labelSlot } from '@/lib/assets/label-slot'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { DraftAsset } from '@/lib/campaigns/campaign-draft'

export interface ElementNames {
  slotLabel(slot: string): string
  /** The element as the draft has it; null for one that was taken out of it since. */
  find(slot: string, assetId: string): DraftAsset | null
  name(slot: string, assetId: string): string
}

/** The elements of a campaign by what people call them. */
export function nameElements(campaign: Pick<CampaignDetail, 'slots'>): ElementNames {
  const slots = new Map(campaign.slots.map((slot) => [slot.key, slot]))
  const find = (slot: string, assetId: string) =>
    slots.get(slot)?.assets.find(({ id }) => id === assetId) ?? null
  return {
    find,
    slotLabel: (slot) => labelSlot(slot, slots.get(slot)?.kind ?? null),
    name: (slot, assetId) => find(slot, assetId)?.name ?? 'An element taken out since',
  }
}
