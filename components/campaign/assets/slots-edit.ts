import type { CampaignDetail, SaveSlots } from '@/lib/campaigns/campaign-api'
import type { DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { AssetKind, Design } from '@/lib/decision/snapshot'

export type SlotChoice = SaveSlots['slots'][number]

export const USUAL_SLOTS: readonly SlotChoice[] = (
  ['image', 'headline', 'body', 'cta', 'logo'] as const
).map((kind) => ({ key: kind, kind, assetIds: [] }))

/** What is being edited: with the whole of a team's template and of products, so that they can be looked at. */
export interface SlotsDraft extends Omit<SaveSlots, 'design'> {
  readonly design: Design
}

/** As the API takes it: of a team's template its version only, of products their keys. */
export function toSaveSlots({ design, ...edit }: SlotsDraft): SaveSlots {
  const { team, products, fonts: _fonts, ...own } = design
  return {
    ...edit,
    design: {
      ...own,
      ...(team && { team: { templateId: team.templateId, version: team.version } }),
      ...(products && { products: products.map(({ id }) => id) }),
    },
  }
}

export function toSlotsEdit(campaign: CampaignDetail): SlotsDraft {
  const { editVersion, design, slots } = campaign
  return {
    editVersion,
    design,
    slots: slots.map(({ key, kind, assets }) => ({ key, kind, assetIds: assets.map((a) => a.id) })),
  }
}

/** The slots as chosen, with their assets: as the campaign knows them, else as they were picked. */
export function fillSlots(
  choices: readonly SlotChoice[],
  campaign: CampaignDetail,
  picked: ReadonlyMap<string, DraftAsset>,
): DraftSlot[] {
  const known = new Map(campaign.slots.flatMap(({ assets }) => assets.map((a) => [a.id, a])))
  return choices.map(({ key, kind, assetIds }) => {
    const own = campaign.slots.find((slot) => slot.key === key)?.assets ?? []
    return {
      key,
      kind,
      assets: assetIds.flatMap((id) => {
        const here = own.find((asset) => asset.id === id)
        if (here) return [here]
        const elsewhere = known.get(id)
        // Pauses belong to one slot.
        if (elsewhere) return [elsewhere.isPaused ? { ...elsewhere, isPaused: false } : elsewhere]
        return picked.get(id) ?? []
      }),
    }
  })
}

/** A free name for a new slot of this kind: headline, headline_2, … */
export function freeSlotKey(kind: AssetKind, slots: readonly { key: string }[]): string {
  const taken = new Set(slots.map(({ key }) => key))
  if (!taken.has(kind)) return kind
  let number = 2
  while (taken.has(`${kind}_${number}`)) number += 1
  return `${kind}_${number}`
}
