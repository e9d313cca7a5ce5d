import { checkAlwaysShown } from './check-limits'
import { isPictured } from '@/lib/creatives/asset-fit'
import { layoutOf } from '@/lib/creatives/layouts'
import { measureCreativeWeight } from '@/lib/creatives/measure-creative-weight'
import { renderBenchmark } from '@/lib/creatives/render-decision'
import { canShow, overrideOf } from '@/lib/creatives/resolve-assets'
import { shownKinds } from '@/lib/creatives/template'
import { type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import { labelSlot } from '@/lib/assets/label-slot'
import type { CampaignDraft } from './campaign-draft'
import type { Pilot } from './pilot'
import { isServable } from './serving-slots'
import type { CampaignIssue } from './step'

/**
 * The static creative that is shown when anything fails must be complete in every size the campaign
 * is placed in: each slot filled with something that can be shown, and light enough. So no slot on
 * a page is ever blank.
 */
export function checkFallback(draft: CampaignDraft): CampaignIssue[] {
  const { pilot } = draft
  if (!pilot) return []
  return listSizes(draft, pilot).flatMap((size) => [
    ...checkFilled(draft, pilot, size),
    ...checkWeight(draft, pilot, size),
  ])
}

/** Overrides name assets of their slot that may serve. */
export function checkOverrides({ design, slots, objectives }: CampaignDraft): CampaignIssue[] {
  return (design.overrides ?? []).flatMap((override) => {
    const slot = slots.find(({ key }) => key === override.slot)
    const shown = slot?.assets.find(({ id }) => id === override.showAssetId)
    const where = `The override for ${labelAdSize(override.size)}`
    const issue = (message: string): CampaignIssue[] => [
      { step: 'assets', path: 'overrides', message },
    ]
    if (!slot) return issue(`${where} is about the slot “${override.slot}”, which is gone.`)
    const label = labelSlot(slot.key, slot.kind)
    if (!shown) return issue(`${where} shows an asset that is not in the slot “${label}”.`)
    if (shown.state !== 'approved') {
      return issue(`${where} shows “${shown.name}”, which is not approved.`)
    }
    return checkAlwaysShown(shown, { objectives }, where).flatMap(issue)
  })
}

function listSizes({ placements }: CampaignDraft, pilot: Pilot): AdSize[] {
  const used = placements.filter(({ id }) => pilot.placementIds.includes(id))
  return [...new Set(used.map(({ size }) => size))]
}

function checkFilled(draft: CampaignDraft, pilot: Pilot, size: AdSize): CampaignIssue[] {
  const shown = shownKinds(layoutOf(draft.design, size))
  return draft.slots.flatMap((slot): CampaignIssue[] => {
    const chosen = slot.assets.find(({ id }) => id === pilot.benchmark[slot.key])
    if (!chosen || !shown.has(slot.kind)) return []
    const id = overrideOf(draft.design, slot.key, chosen.id, size)
    const asset = slot.assets.find((each) => each.id === id) ?? chosen
    // What may serve is checked with its slot.
    if (canShow(asset, size) || (isPictured(slot.kind) && isServable(asset))) return []
    const lack = isPictured(slot.kind) ? `no picture for ${labelAdSize(size)}` : 'no text'
    return [
      {
        step: 'pilot',
        path: `benchmark.${slot.key}`,
        message: `The benchmark would be incomplete in ${labelAdSize(size)}: “${asset.name}” has ${lack}. Choose another, or override it for this size.`,
      },
    ]
  })
}

function checkWeight(draft: CampaignDraft, pilot: Pilot, size: AdSize): CampaignIssue[] {
  const assets = Object.fromEntries(
    draft.slots.flatMap((slot) => slot.assets.map((asset) => [asset.id, asset])),
  )
  const { benchmark } = pilot
  const source = { design: draft.design, assets, landingUrl: '/', experiment: { benchmark } }
  const weight = measureCreativeWeight(renderBenchmark(source, size), size)
  if (weight.isWithinLimit) return []
  return [
    {
      step: 'pilot',
      path: 'benchmark',
      message: `The benchmark is too heavy in ${labelAdSize(size)}: ${weight.summary}. Choose a lighter picture.`,
    },
  ]
}
