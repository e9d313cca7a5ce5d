import { resolveAssets } from '@/lib/creatives/resolve-assets'
import type { AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import type { ProofAsset, ProofSubject } from '@/lib/permutations/guardrails/guardrail'

export interface ShownInput {
  /** Every asset of the campaign's slots, the paused ones too: an override may show those. */
  readonly assets: ReadonlyMap<string, SnapshotAsset>
  readonly benchmark: Readonly<Record<string, string>>
  readonly toProofAsset: (assetId: string) => ProofAsset | null
}

/**
 * A subject as its sizes really show it, one for all sizes that are alike. Where a design overrides
 * an asset in a size, or a picture lacks the size, an ad shows another asset than the chosen one.
 * Positions stay those of the chosen assets, so that what is found is found of what is drawn.
 */
export function listShownSubjects(subject: ProofSubject, input: ShownInput): ProofSubject[] {
  const known = {
    design: subject.design,
    assets: Object.fromEntries(input.assets),
    experiment: { benchmark: { ...input.benchmark } },
  }
  const shownId = (slot: string, assetId: string, size: AdSize): string =>
    resolveAssets(known, { assets: { [slot]: assetId }, size })[slot]?.id ?? assetId
  const chosenKey = keyOf(subject, (_, id) => id)
  const groups = Map.groupBy(subject.sizes, (size) =>
    keyOf(subject, (slot, id) => shownId(slot, id, size)),
  )
  if (groups.size === 0) return [subject]
  return [...groups].map(([key, sizes]): ProofSubject => {
    const [size] = sizes
    if (key === chosenKey || !size) return { ...subject, sizes }
    const slots = subject.slots.map((slot) => ({
      ...slot,
      assets: slot.assets.map(
        (chosen) => input.toProofAsset(shownId(slot.key, chosen.asset.id, size)) ?? chosen,
      ),
    }))
    return { ...subject, sizes, slots }
  })
}

function keyOf({ slots }: ProofSubject, idOf: (slot: string, assetId: string) => string): string {
  return slots
    .map(({ key, assets }) => assets.map(({ asset }) => idOf(key, asset.id)).join(' '))
    .join('\n')
}
