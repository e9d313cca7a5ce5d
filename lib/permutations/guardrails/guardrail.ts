import type { BrandKit, Guard } from '@/lib/brand/brand-kit'
import type { BrandAsset } from '@/lib/brand/check-asset'
import type { AdSize } from '@/lib/decision/ad-size'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { type Box, createMask, type Mask, type Part } from '@/lib/permutations/box'
import type { Violation } from '@/lib/permutations/prove'

export type GuardrailKind =
  | 'approval'
  | 'rights'
  | 'brand'
  | 'pair'
  | 'disclaimer'
  | 'contrast'
  | 'logo'
  | 'weight'
  | 'text_fit'

/** One rule, as something that can be proved of all combinations at once. */
export interface Guardrail {
  /** Stable between proofs of one campaign. */
  readonly id: string
  readonly kind: GuardrailKind
  /** What has to be so: “Every asset is approved”. */
  readonly title: string
  readonly guard: Guard
  /** Ad sizes it is about; all of the campaign's when empty. */
  readonly sizes: readonly AdSize[]
  readonly violation: Violation
  readonly fix: string
}

/** What a proof has to know of an asset. */
export interface ProofAsset {
  readonly asset: SnapshotAsset
  readonly brand: BrandAsset
  readonly isApproved: boolean
  /** ISO 3166-1 alpha-2; everywhere when empty. */
  readonly markets: readonly string[]
  readonly rightsStartAtMs: number | null
  readonly rightsEndAtMs: number | null
}

export interface ProofSlot {
  readonly key: string
  readonly kind: AssetKind
  /** In the order of the space's slot. */
  readonly assets: readonly ProofAsset[]
}

export interface ProofSubject {
  readonly kit: BrandKit
  readonly slots: readonly ProofSlot[]
  readonly design: Design
  /** Sizes of the campaign's placements, each once. */
  readonly sizes: readonly AdSize[]
  readonly flight: { readonly startsAtMs: number; readonly endsAtMs: number } | null
  /** Where the campaign runs; everywhere when empty. */
  readonly markets: readonly string[]
  /** What it advertises; null where nobody said. */
  readonly category: string | null
  readonly nameOf: (assetId: string) => string | null
}

export function maskOf(slot: ProofSlot, holds: (asset: ProofAsset) => boolean): Mask {
  return createMask(slot.assets.length, (index) => {
    const asset = slot.assets[index]
    return asset !== undefined && holds(asset)
  })
}

export function partOf(
  slots: readonly ProofSlot[],
  slot: number,
  holds: (asset: ProofAsset) => boolean,
): Part {
  const own = slots[slot]
  return { slot, assets: own ? maskOf(own, holds) : new Uint8Array() }
}

/** A box for each slot: an element that may not be shown, whatever stands beside it. */
export function boxesOfElements(
  slots: readonly ProofSlot[],
  holds: (asset: ProofAsset, slot: ProofSlot) => boolean,
): Box[] {
  return slots.flatMap((slot, index) => {
    const assets = maskOf(slot, (asset) => holds(asset, slot))
    return assets.includes(1) ? [[{ slot: index, assets }]] : []
  })
}
