import type { Snapshot } from '@/lib/decision/snapshot'
import type { ElementSet } from '@/lib/gallery/select-ads'
import type { RenderCell, RenderFinding } from './render-check'

const BEHIND_TEXT = new Set(['image', 'background', 'theme', 'video'])

/** The elements that a finding is about: the text, and for contrast what may lie behind it. */
export function listFindingElements(
  { slots }: Pick<Snapshot, 'slots'>,
  { assets }: Pick<RenderCell, 'assets'>,
  { kind, part }: RenderFinding,
): ElementSet {
  const meant = slots.filter(
    (slot) => slot.kind === part || (kind === 'contrast' && BEHIND_TEXT.has(slot.kind)),
  )
  return Object.fromEntries(
    meant.flatMap(({ key }) => {
      const assetId = Object.hasOwn(assets, key) ? assets[key] : undefined
      return assetId === undefined ? [] : [[key, assetId]]
    }),
  )
}
